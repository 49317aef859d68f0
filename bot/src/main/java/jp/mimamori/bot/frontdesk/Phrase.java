package jp.mimamori.bot.frontdesk;

import java.util.Locale;
import jp.mimamori.knowledge.Language;

/** All that the service says to people, apart from the answers that the documents hold. */
enum Phrase {
  // alerts
  SEVERITY_LOW("低", "Low"),
  SEVERITY_MEDIUM("中", "Medium"),
  SEVERITY_HIGH("高", "High"),
  SEVERITY_CRITICAL("重大", "Critical"),
  ALERT_TITLE("【%s】%s", "[%s] %s"),
  ENDPOINT("端末", "Endpoint"),
  ACCOUNT("ユーザー", "User"),
  SEEN_AT("検知時刻", "Detected"),
  EVENTS("件数", "Events"),
  EVENTS_SINCE("%d 件（%s 〜 %s）", "%d (%s – %s)"),
  TECHNIQUE("MITRE ATT&CK", "MITRE ATT&CK"),
  EVENT_ID("イベント番号", "Event"),
  STATUS("状態", "Status"),
  NOT_ACKNOWLEDGED("未確認", "Not acknowledged"),
  ACKNOWLEDGED_BY("確認済み（%s %s）", "Acknowledged (%s, %s)"),
  COMMAND_LINE("コマンド", "Command line"),
  FILE_HASH("ハッシュ値", "File hash"),
  FILE_PATH("ファイル", "File"),
  REGISTRY("レジストリ", "Registry"),
  ADDRESS("通信先", "Address"),
  OTHER_OBJECT("その他", "Other"),
  AND_MORE("ほか %d 件", "and %d more"),
  HISTORY("経過", "History"),
  HISTORY_OF("経過: %s", "History: %s"),
  WAS_RAISED("注意が必要なイベントを検知", "Noteworthy event detected"),
  WAS_ACKNOWLEDGED("%s が確認", "Acknowledged by %s"),

  // actions
  ACKNOWLEDGE("確認", "Acknowledge"),
  ISOLATE("隔離", "Isolate"),
  RELEASE("解除", "Release"),
  ISOLATE_NAMED("隔離 %s", "Isolate %s"),
  RELEASE_NAMED("解除 %s", "Release %s"),
  CONFIRM_ISOLATE("端末 %s を隔離しますか？", "Isolate %s?"),
  CONFIRM_ISOLATE_TEXT(
      "%s の端末 %s（利用者: %s）をネットワークから切り離します。EDR の管理サーバー以外とは通信できなくなります。",
      "Endpoint %2$s of %1$s (user: %3$s) is cut off the network. It can reach nothing but the"
          + " EDR's server."),
  CONFIRM_RELEASE("端末 %s の隔離を解除しますか？", "Release %s?"),
  CONFIRM_RELEASE_TEXT(
      "%s の端末 %s（利用者: %s）をネットワークに戻します。安全を確認してから解除してください。",
      "Endpoint %2$s of %1$s (user: %3$s) goes back to the network. Make sure that it is safe"
          + " first."),
  CONFIRM_ACTION("%s を実行しますか？（%s）", "%s: %s?"),
  CONFIRM_ACTION_TEXT("対象: %s の %s（利用者: %s）", "Of %s: %s (user: %s)"),
  YES("実行する", "Go ahead"),
  YES_ISOLATE("隔離する", "Isolate"),
  YES_RELEASE("解除する", "Release"),
  CANCEL("やめる", "Cancel"),
  NOBODY("不明", "unknown"),
  ISOLATION_OF("%s の隔離", "Isolating %s"),
  RELEASE_OF("%s の隔離解除", "Releasing %s"),
  REQUESTED("依頼", "requested"),
  WAITING_FOR_ENDPOINT(
      "依頼（端末の応答待ち。電源が切れている可能性があります）", "requested (waiting for the endpoint; it may be off)"),
  RUNNING("実行中", "running"),
  ISOLATED("隔離済み", "isolated"),
  RELEASED("解除済み", "released"),
  COMPLETED("完了", "done"),
  BLOCK("ブロック", "Block"),
  UNBLOCK("ブロック解除", "Unblock"),
  SCAN("不正プログラム検索", "Malware scan"),
  CANCEL_SCAN("検索の中止", "Cancel the scan"),
  TERMINATE("プロセスの強制終了", "Terminate a process"),
  COLLECT_FILE("ファイルの収集", "Collect a file"),
  COLLECT_PACKAGE("調査ログの収集", "Collect the investigation logs"),
  FAILED("失敗（%s）", "failed (%s)"),
  BY("%s（%s）", "%s (%s)"),
  OF_ENDPOINT("%s: %s", "%s: %s"),

  // answers
  ANSWER("回答 %s", "Answer %s"),
  COMPUTED("計算結果 %s", "Computed %s"),
  WHICH_ONE("確認させてください %s", "Which one? %s"),
  NOT_KNOWN("資料に見当たりません %s", "Not on record %s"),
  HANDED_OVER("担当者に引き継ぎます %s", "Handing over %s"),
  SMALL_TALK("見守り", "Mimamori"),
  STEPS("計算", "Steps"),
  SOURCES("出典: %s", "Sources: %s"),
  ASSUMPTION("前提: %s", "Assumption: %s"),
  CAVEAT("ご注意: %s", "Please note: %s"),
  HELPFUL("役に立った", "Helpful"),
  NOT_HELPFUL("違う", "Not this"),
  CALL_PERSON("担当者につなぐ", "Ask a person"),
  THANKS("ありがとうございます。", "Thank you."),
  SORRY_WRONG("申し訳ありません。担当者におつなぎできます。", "Sorry about that. A person can take over."),
  PERSON_AVAILABLE("いま担当者が対応できる時間です。", "Our support team is available now."),
  PERSON_AT("担当者の対応は %s からです。", "Our support team answers from %s."),
  WAITS("担当者に引き継ぎました。対応は %s からです。", "Handed over. Our support team answers from %s."),
  WAITS_NOW("担当者に引き継ぎました。まもなく対応します。", "Handed over. Somebody will be with you soon."),
  WAITS_URGENT(
      "緊急の対応として、担当者を今すぐ呼び出しています（夜間・休日も対応します）。",
      "Somebody is being called right now, day or night."),
  TAKEN_BY("%s が対応しています。", "%s is taking care of this."),

  // the desk
  DESK_TITLE("引き継ぎ %s", "Hand-over %s"),
  DESK_TITLE_URGENT("【緊急】引き継ぎ %s", "[Urgent] Hand-over %s"),
  CUSTOMER("お客さま", "Customer"),
  ASKED_BY("質問者", "Asked by"),
  ASKED_AT("受付", "Received"),
  RESPOND_FROM("対応開始", "Due from"),
  BOT_SAID("自動回答", "The bot said"),
  TAKE("対応します", "I take it"),

  // calls
  CALL_TITLE("呼び出し: %s", "Calling %s"),
  CALL_ALERT("アラート %s に、まだ誰も対応していません。", "Nobody has come to alert %s yet."),
  CALL_INQUIRY("問い合わせ %s が、担当者を待っています。", "Inquiry %s is waiting for a person."),
  CALL_LATE("（本来の呼び出し時刻は %s でした）", "(this call was due at %s)"),
  CALL_STEP("%d 段目 %s", "Step %d, %s"),
  CALL_ANSWERED("%s が対応しました。", "%s came."),

  // told privately
  UNKNOWN_ACCOUNT(
      "登録されていないアカウントです。管理者にご連絡ください。",
      "This account is not registered. Please ask your administrator."),
  NOT_YOURS("この操作を行う権限がありません。", "You may not do this."),
  ANALYSTS_ONLY("この操作は運用担当者だけが行えます。", "Only analysts may do this."),
  BUTTON_UNKNOWN("このボタンは無効です。", "This button is not valid."),
  BUTTON_EXPIRED(
      "このボタンの有効期限が切れています。最新の表示からやり直してください。",
      "This button has expired. Please use the newest message."),
  ALREADY_ACKNOWLEDGED("すでに確認済みです。", "Somebody has acknowledged it already."),
  UNDER_WAY("すでに進行中です（%s、依頼者 %s）。", "It is under way already (%s, requested by %s)."),
  NOTHING_TO_DO(
      "その状態ではもうありません。最新の表示をご確認ください。",
      "That is not possible any more. Please see the newest message."),
  ALREADY_WAITING("すでに担当者に引き継いでいます。", "A person has been called already."),
  ALREADY_TAKEN("すでに %s が対応しています。", "%s is taking care of it already."),
  ASK_IN_A_TENANTS_CHANNEL(
      "ご質問は、お客さまごとの問い合わせチャンネルでお願いします。",
      "Please ask in the support channel of the customer concerned."),
  WRONG_PLACE(
      "この操作は、そのお客さまのチャンネルで行ってください。", "Please do this in a channel of the customer concerned."),
  NOT_VERIFIED(
      "いま権限を確認できないため、操作を実行しませんでした。少し待ってからもう一度お試しください。",
      "Your rights can't be verified at the moment, so nothing was done. Please try again soon."),
  WENT_WRONG(
      "申し訳ありません。うまく処理できませんでした。まもなくもう一度試みます。",
      "Sorry, that did not work. It will be tried again soon."),

  // ordered by a command
  STATUS_TITLE("現在の状況", "Status"),
  DESK_OPEN("担当者の対応時間", "Support hours"),
  DESK_IS_OPEN("受付中（担当者が対応できます）", "Open: our support team is available"),
  DESK_IS_CLOSED(
      "時間外（担当者の対応は %s から。受付は 24 時間）",
      "Closed: our support team answers from %s; questions are received at any hour"),
  YOUR_INQUIRIES("お問い合わせ", "Your inquiries"),
  OPEN_ALERTS("未完了のアラート", "Open alerts"),
  NONE("ありません", "none"),
  INQUIRY_ANSWERED("回答済み", "answered"),
  INQUIRY_WAITS("担当者待ち", "waiting for a person"),
  INQUIRY_TAKEN("対応中", "being taken care of"),
  ALERTS_TITLE("アラート一覧", "Alerts"),
  NO_ALERTS("未完了のアラートはありません。", "There are no open alerts."),
  NOTHING_TO_HAND_OVER(
      "引き継ぐお問い合わせがありません。先にご質問をお書きください。", "There is no inquiry to hand over yet. Please ask first."),
  HELP_TITLE("使い方", "Help"),
  HELP_TEXT(
      """
      質問: このボットにメンションするか、ダイレクトメッセージでお書きください。
      /edr ask 質問 … 質問します
      /edr status … 対応時間と、お問い合わせの状況
      /edr alerts … 未完了のアラート
      /edr handover … 担当者につなぎます
      /edr report … レポート\
      """,
      """
      To ask, mention this bot or write to it directly.
      /edr ask QUESTION … asks
      /edr status … support hours, and your inquiries
      /edr alerts … open alerts
      /edr handover … calls a person
      /edr report … reports\
      """),
  NO_REPORTS("まだレポートはありません。", "There are no reports yet.");

  private final String japanese;
  private final String english;

  Phrase(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  String in(Language language, Object... arguments) {
    return switch (language) {
      case JA -> japanese.formatted(arguments);
      case EN -> String.format(Locale.ENGLISH, english, arguments);
    };
  }
}
