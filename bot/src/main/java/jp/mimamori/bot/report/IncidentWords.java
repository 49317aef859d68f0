package jp.mimamori.bot.report;

/** What an incident report says on its own account; the rest is called as on cards. */
enum IncidentWords implements Words {
  TITLE("インシデント報告書", "Incident report"),
  TITLE_DRAFT("インシデント報告書 %s 第%d版（下書き・社内用）", "Incident report %s, edition %d (draft, internal)"),
  TITLE_RELEASED("インシデント報告書 %s 第%d版", "Incident report %s, edition %d"),
  LEAD("%s 御中\n第%d版　%s 現在", "For %s\nEdition %d, as of %s"),
  LEAD_COPY("%s 御中\n控え　%s 現在", "For %s\nCopy, as of %s"),
  FOOT("インシデント報告書 %s — %s　取扱注意", "Incident report %s — %s. Confidential"),
  SUMMARY("概要", "Summary"),
  DETECTED(
      "%s、端末 %s で「%s」（重大度 %s）を検知しました。",
      "On %s, \"%3$s\" (severity %4$s) was detected on endpoint %2$s."),
  DETECTED_NOWHERE("%s、「%s」（重大度 %s）を検知しました。", "On %s, \"%s\" (severity %s) was detected."),
  SEEN_BY("%s に運用担当者が確認しました（検知から %s）。", "An analyst looked at it on %s (%s after detection)."),
  ISOLATED_AT(
      "%s に端末 %s の隔離を完了しました（検知から %s）。",
      "Endpoint %2$s was isolated by %1$s (%3$s after detection)."),
  RELEASED_AT("%s に端末 %s の隔離を解除しました。", "Endpoint %2$s was released on %1$s."),
  FOUND("判定は「%s」です。", "The finding is: %s."),
  NOT_FOUND_YET(
      "調査を続けています。判定が出ましたら改めてご報告します。",
      "The investigation goes on; a new edition follows with the finding."),
  CUSTOMER("お客さま", "Customer"),
  WHAT("事象", "What"),
  SEVERITY("重大度", "Severity"),
  SCORE("%s（スコア %d）", "%s (score %d)"),
  SEEN("検知日時", "Detected"),
  EVENTS("検知件数", "Events"),
  EVENTS_UNTIL("%d 件（最終 %s）", "%d (last %s)"),
  NUMBER("イベント番号", "Event"),
  FINDING("判定", "Finding"),
  OPEN("調査中", "under investigation"),
  TO_SEEN("検知から確認まで", "Until looked at"),
  TO_ISOLATED("検知から隔離完了まで", "Until isolated"),
  DONE("完了した対応", "Actions done"),
  STILL_OPEN("対応中", "Under way"),
  COURSE("経過", "Course"),
  COURSE_NOTE(
      "横軸は日時（日本時間）。薄い色は承認・同意待ちの時間です。",
      "Time in Asia/Tokyo. Pale: waiting for approval or consent."),
  COURSE_MORE("ほか %d 件の対応は、次の表をご覧ください。", "%d more are in the table below, for want of room here."),
  STEP("%s（%s）: %s", "%s (%s): %s"),
  COUNT("%d 件", "%d"),
  AT("日時", "When"),
  EVENT("できごと", "What happened"),
  RAISED("注意が必要なイベントを検知", "Noteworthy event detected"),
  LAST_SEEN("同種のイベントを検知（計 %d 件）", "Last event of this kind (%d in all)"),
  ACKNOWLEDGED("運用担当者が確認（%s）", "Looked at by %s"),
  CLOSED("クローズ（%s、%s）", "Closed (%s, %s)"),
  ENDPOINTS("対象の端末", "Endpoints"),
  ENDPOINT("端末名", "Endpoint"),
  IP("IP アドレス", "IP addresses"),
  NETWORK("ネットワーク", "Network"),
  CUT_OFF("隔離中", "isolated"),
  CONNECTED("接続（隔離なし）", "connected"),
  OBJECTS("関連するオブジェクト", "Objects"),
  KIND("種類", "Kind"),
  VALUE("内容", "Value"),
  BLOCKED("ブロック", "Blocked"),
  YES("ブロック中", "yes"),
  OBJECTS_MORE("ほか %d 件", "and %d more"),
  TECHNIQUES("攻撃手法（MITRE ATT&CK）", "Techniques (MITRE ATT&CK)"),
  ACTIONS("実施した対応", "Actions"),
  ACTION("対応", "Action"),
  TARGET("対象", "Target"),
  ASKED("依頼", "Requested"),
  AGREED("承認・同意", "Approval"),
  OUTCOME("結果", "Outcome"),
  NOT_NEEDED("不要", "not needed"),
  NO_ACTIONS("端末への対応は行っていません。", "Nothing was done to any endpoint."),
  VERDICTS("仮想アナライザの解析結果", "Sandbox verdicts"),
  SWEEPS("影響調査の結果", "Sweep of other endpoints"),
  REQUESTS("お客さまへのお願い", "What we ask of you"),
  KEEP_ON(
      "端末 %s はネットワークから隔離しています。解除するまで通信できません。電源は切らずにお待ちください。",
      "Endpoint %s is cut off the network and can't communicate until it is released. Please keep"
          + " it switched on."),
  SWITCH_ON(
      "端末 %s の電源が入っていないため、対応が完了していません。電源を入れ、ネットワークに接続してください。",
      "Endpoint %s seems to be switched off, so an action waits. Please switch it on and connect"
          + " it."),
  CHANGE_PASSWORDS(
      "端末 %s を利用する方のパスワードを、ほかの安全な端末から変更してください。",
      "Please change the passwords of whoever uses endpoint %s, from another, safe endpoint."),
  LOOK_ELSEWHERE(
      "同じオブジェクトが端末 %s でも見つかっています。利用者に心当たりをご確認ください。",
      "The same objects were seen on endpoint %s, too. Please ask its users what they know of it."),
  IF_NEEDED(
      "ブロック中のオブジェクトが業務に必要な場合は、お知らせください。",
      "If your work needs an object that is blocked, please tell us."),
  NOT_DONE(
      "「%s」は完了していません（%s）。方針をご相談させてください。",
      "\"%s\" could not be done (%s). Please talk with us about what to do instead."),
  NOTHING("必要な対応はありません。", "There is nothing for you to do."),
  ASK_US("ご不明な点は、問い合わせチャンネルでお尋ねください。", "Please ask in the support channel if anything is unclear."),
  PROOF("記録", "Record"),
  PROOF_TEXT(
      "この報告書は Mimamori の記録から作成しました。操作と拒否はすべて改ざんを検出できる監査証跡に残り、原本の SHA-256"
          + " も証跡に記録しています。時刻はすべて日本時間です。方針により伏せた項目は「%s」と記載しています。",
      "Made from Mimamori's records. Every act and refusal is in an audit trail in which tampering"
          + " shows, and so is the SHA-256 of this file. All times are Asia/Tokyo. What policy"
          + " hides reads \"%s\"."),
  DAYS("%d 日 %d 時間", "%d d %d h"),
  HOURS("%d 時間 %d 分", "%d h %d min"),
  MINUTES("%d 分 %d 秒", "%d min %d s");

  private final String japanese;
  private final String english;

  IncidentWords(String japanese, String english) {
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
