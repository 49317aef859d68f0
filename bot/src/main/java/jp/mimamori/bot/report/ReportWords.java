package jp.mimamori.bot.report;

/** What the monthly report says. */
public enum ReportWords implements Words {
  TITLE("月次レポート %s", "Monthly report, %s"),
  FOOT("%s 月次レポート %s　取扱注意", "%s, monthly report, %s. Confidential"),
  LEAD("%s 御中\n対象期間 %s 〜 %s（日本時間）", "For %s\n%s to %s (Asia/Tokyo)"),
  QUIET("この月に、注意が必要なイベントはありませんでした。", "There were no noteworthy events in this month."),
  SUMMARY("今月のまとめ", "The month in brief"),
  SUM_EVENTS(
      "注意が必要なイベントは %,d 件（重大 %,d 件、高 %,d 件、中 %,d 件、低 %,d 件）でした。",
      "There were %,d noteworthy events (%,d critical, %,d high, %,d medium, %,d low)."),
  SUM_OUT_OF_HOURS("うち %,d 件は営業時間外に発生しました。", "%,d of them came outside business hours."),
  SUM_ACKNOWLEDGED(
      "検知から担当者の確認までは中央値で %s、90 パーセンタイルで %sでした（%,d 件）。",
      "From detection to an analyst it took %s at the median and %s at the 90th percentile (%,d)."),
  SUM_NOT_ACKNOWLEDGED("担当者が確認したイベントはありませんでした。", "No event was seen to by an analyst."),
  SUM_CONTAINED(
      "端末を隔離したイベントは %,d 件で、検知から隔離完了までは中央値で %sでした。",
      "For %,d events an endpoint was isolated, %s after detection at the median."),
  SUM_INQUIRIES(
      "お問い合わせは %,d 件で、うち %,d 件に担当者が対応しました。", "There were %,d inquiries; a person took %,d."),
  SUM_BLOCKED("危険なファイルや通信先など %,d 件をブロックしました。", "%,d objects were blocked."),
  SUM_OPEN("未完了の事項は %,d 件です。", "%,d points are still open."),
  SUM_CLOSED("未完了の事項はありません。", "Nothing is left open."),
  SUM_FLEET(
      "端末 %,d 台のうち %,d 台が、サービスの前提条件を満たしていません。設定のご確認をお願いします。",
      "Of %,d endpoints %,d lack something that the service needs. Please see to them."),
  KEY_EVENTS("注意が必要なイベント", "Noteworthy events"),
  KEY_URGENT("うち重大・高", "Critical or high"),
  KEY_ACKNOWLEDGED("確認まで（中央値）", "To acknowledge (median)"),
  KEY_CONTAINED("隔離まで（中央値）", "To contain (median)"),
  KEY_INQUIRIES("お問い合わせ", "Inquiries"),
  KEY_OPEN("未完了の事項", "Open points"),
  BEFORE("前月 %s", "Month before: %s"),
  CASES("%,d 件", "%,d"),
  NO_TIME("―", "–"),
  EVENTS("注意が必要なイベント", "Noteworthy events"),
  BY_DAY("日ごとの件数", "By day"),
  BY_KIND("種類ごとの件数", "By kind"),
  BY_SEVERITY("重大度ごとの件数", "By severity"),
  EVENTS_NOTE(
      "同じ端末で続けて起きた同じ種類の検知は 1 件に数えています（EDR の検知は %,d 件）。",
      "Detections of one kind that followed each other on one endpoint count once (the EDR reported"
          + " %,d)."),
  MUTED_NOTE("あらかじめ決めた規則により通知しなかった検知が %d 件あります。", "Rules agreed on kept %d detections quiet."),
  DAYS_NOTE("灰色の日は休業日です（監視は休まず行っています）。", "Grey days: the desk was closed; the watch was not."),
  MORE_KINDS("その他の種類", "Other kinds"),
  SEVERITY("重大度", "Severity"),
  COUNT("件数", "Count"),
  CRITICAL("重大", "Critical"),
  HIGH("高", "High"),
  MEDIUM("中", "Medium"),
  LOW("低", "Low"),
  SPEED("対応の速さ", "How fast we were"),
  MEASURE("項目", "Measure"),
  MEDIAN("中央値", "Median"),
  NINETIETH("90 パーセンタイル", "90th percentile"),
  ACKNOWLEDGING("検知から担当者の確認まで", "From detection to an analyst"),
  CONTAINING("検知から端末の隔離まで", "From detection to isolation"),
  SPEED_NONE("確認または隔離を要したイベントはありませんでした。", "No event needed to be acknowledged or contained."),
  SPEED_NOTE(
      "中央値は、件数が偶数のとき中央の 2 件の平均です。90 パーセンタイルは、10 件中 9 件がその時間以内だったことを示します（最近順位法）。",
      "With an even number the median is the mean of the two in the middle. Nine of ten lie within"
          + " the 90th percentile (nearest rank)."),
  DEEDS("実施した対応", "What was done"),
  DEED("対応", "Action"),
  DONE("完了", "Done"),
  FAILED("失敗", "Failed"),
  REFUSED("見送り", "Declined"),
  UNDER_WAY("進行中", "Under way"),
  DEEDS_NONE("端末への操作は行っていません。", "Nothing was done to endpoints."),
  INCIDENTS("おもなイベント", "The main events"),
  AT("検知", "Detected"),
  WHAT("内容", "What"),
  ENDPOINT("端末", "Endpoint"),
  ACKNOWLEDGED("確認", "Seen"),
  CONTAINED("隔離", "Isolated"),
  FINDING("判定", "Finding"),
  FINDING_OPEN("調査中", "open"),
  FINDING_TRUE("脅威", "threat"),
  FINDING_FALSE("誤検知", "false alarm"),
  FINDING_BENIGN("問題なし", "benign"),
  FINDING_NOTEWORTHY("注意", "noteworthy"),
  FINDING_OTHER("その他", "other"),
  MORE("ほか %,d 件", "and %,d more"),
  INQUIRIES("お問い合わせ", "Inquiries"),
  CATEGORY("分類", "About"),
  BY_PERSON("担当者が対応", "Taken by a person"),
  RESPONSE("応答まで（中央値）", "Until taken (median)"),
  INQUIRIES_NONE("お問い合わせはありませんでした。", "Nobody asked anything."),
  INQUIRIES_NOTE(
      "応答までの時間は、担当者をお求めになってから担当者が対応を始めるまでを営業時間で数えています。ほかは自動でお答えしました。",
      "From when a person was wanted until one began, in business hours. The others were answered"
          + " automatically."),
  INSTALL("導入", "Installing"),
  CONSOLE("管理画面", "Console"),
  DETECTION("検知", "Detection"),
  TERMS("規約・料金", "Terms and fees"),
  OTHER("その他", "Other"),
  BLOCKED("ブロックしたもの", "What was blocked"),
  BLOCKED_KIND("種類", "Kind"),
  BLOCKED_HIDDEN("（運用担当者にのみ表示）", "(shown to analysts only)"),
  OBJECT_FILE("ファイル", "File"),
  OBJECT_IP("IP アドレス", "IP address"),
  OBJECT_URL("URL", "URL"),
  OBJECT_DOMAIN("ドメイン", "Domain"),
  OBJECT_SENDER("送信者", "Sender"),
  BLOCKED_NONE("この月にブロックしたものはありません。", "Nothing was blocked in this month."),
  OBJECT("対象", "Object"),
  OPEN("未完了の事項", "Open points"),
  OPEN_NOTE("前月までに発生し、まだ完了していないものを含みます。", "With what began in earlier months."),
  OPEN_NONE("未完了の事項はありません。", "Nothing is left open."),
  OPEN_ALERT("調査中のイベント", "Event looked into"),
  OPEN_ACTION("進行中の対応", "Action under way"),
  OPEN_INQUIRY("対応中のお問い合わせ", "Inquiry under way"),
  SINCE("発生", "Since"),
  FLEET("端末とサービスの前提条件", "Endpoints and what the service needs"),
  FLEET_LEAD(
      "管理対象の端末は %d 台で、うち %d 台が前提条件を満たしています（%s 時点）。",
      "There are %d endpoints; %d meet all prerequisites (as of %s)."),
  FLEET_ALL(
      "確認できる範囲で、すべての端末が前提条件を満たしています。",
      "As far as the EDR tells, all of them meet the prerequisites."),
  FLEET_LACKING("満たしていない前提条件", "What is lacking"),
  FLEET_COUNT("台数", "Endpoints"),
  FLEET_NAME("対象の端末", "Endpoint"),
  FLEET_UNKNOWN("作成時に端末の情報を取得できませんでした。", "Nobody could tell of the endpoints when this was made."),
  FLEET_NOTE(
      "前提条件を満たさない端末では、検知や対応ができないことがあります（別紙 ■サービスの前提条件）。",
      "On endpoints that lack something, detection and response may fail (annex, prerequisites)."),
  ENDPOINTS("%,d 台", "%,d"),
  AGENT_INSTALLED("エージェントのインストール", "Agent installed"),
  SERVER_REACHED("管理サーバーとの通信", "Reaching the server"),
  ENDPOINT_SENSOR("Endpoint Sensor 機能", "Endpoint Sensor"),
  VIRTUAL_ANALYZER("仮想アナライザの機能", "Virtual analyzer"),
  REAL_TIME_SCAN("リアルタイム検索", "Real-time scan"),
  DETECTIONS("各種検知機能", "Detections"),
  MAIL_METADATA("メールのメタデータ収集機能", "Mail metadata"),
  SECURITY("今月のセキュリティ情報", "Security news of the month"),
  SECURITY_NONE("今月お知らせするセキュリティ情報はありません。", "There is no security news this month."),
  ISOLATE("端末の隔離", "Isolate"),
  RELEASE("隔離の解除", "Release"),
  BLOCK("ブロック", "Block"),
  UNBLOCK("ブロックの解除", "Unblock"),
  SCAN("不正プログラム検索", "Malware scan"),
  CANCEL_SCAN("検索の中止", "Cancel a scan"),
  TERMINATE("プロセスの強制終了", "Terminate a process"),
  COLLECT_FILE("ファイルの収集", "Collect a file"),
  COLLECT_PACKAGE("調査ログの収集", "Investigation package"),
  ANALYZE("仮想アナライザでの解析", "Sandbox analysis"),
  SWEEP("影響調査", "Sweep"),
  MINUTES("%d 分", "%d min"),
  HOURS("%d 時間 %d 分", "%d h %d min"),
  DAYS("%d 日 %d 時間", "%d d %d h"),
  WHEN("日時", "When"),
  COUNTED("%s 時点の集計です。時刻はすべて日本時間です。", "Counted as of %s. All times are Asia/Tokyo.");

  private final String japanese;
  private final String english;

  ReportWords(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  @Override
  public String japanese() {
    return japanese;
  }

  @Override
  public String english() {
    return english;
  }
}
