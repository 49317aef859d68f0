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
  COLLECT_PACKAGE("調査ログの収集", "Investigation package"),
  FAILED("失敗（%s）", "failed (%s)"),
  BY("%s（%s）", "%s (%s)"),
  OF_ENDPOINT("%s: %s", "%s: %s"),

  ANALYZE_FILE("収集ファイルの解析", "Analyse a collected file"),
  ANALYZE_URL("URL の解析", "Analyse an address"),
  SWEEP("影響調査", "Sweep"),
  COMMENT("コメント", "Comment"),
  ASSIGN("担当を決める", "Assign"),
  CLOSE("クローズ", "Close"),
  EFFECT_ISOLATE(
      "端末をネットワークから切り離します。EDR の管理サーバー以外とは通信できなくなります。",
      "The endpoint is cut off the network. It can reach nothing but the EDR's server."),
  EFFECT_RELEASE(
      "端末をネットワークに戻します。安全を確認してから解除してください。",
      "The endpoint goes back to the network. Make sure that it is safe first."),
  EFFECT_BLOCK(
      "このオブジェクトを、EDR の管理下にあるすべての端末でブロックします。",
      "The object is blocked on every endpoint under the EDR's key."),
  EFFECT_UNBLOCK("このオブジェクトのブロックを解除します。", "The object is let through again."),
  EFFECT_SCAN(
      "端末で不正プログラム検索を 1 回実行します（アグレッシブスキャンに代わるものです）。端末の動作が遅くなることがあります。",
      "The endpoint is searched for malware once, in place of an aggressive scan. It may become"
          + " slow."),
  EFFECT_CANCEL_SCAN("実行中の検索を中止します。", "The scan under way is ended."),
  EFFECT_TERMINATE(
      "該当するプロセスを強制終了します。保存していないデータは失われます。", "The process is ended. What it has not saved is lost."),
  EFFECT_COLLECT_FILE(
      "ファイルを EDR に収集します（パスワード付きアーカイブ）。", "The file is collected into an archive with a password."),
  EFFECT_COLLECT_PACKAGE(
      "調査ツールの記録（プロセス、サービス、通信、イベントログなど）を収集します。",
      "What the investigation tool records (processes, services, connections, event logs) is"
          + " collected."),
  EFFECT_ANALYZE_FILE(
      "収集したファイルを仮想アナライザで解析します。1 日の解析数に数えられます。",
      "The virtual analyzer opens the collected file. It counts towards the day's analyses."),
  EFFECT_ANALYZE_URL(
      "仮想アナライザがこの URL にアクセスして解析します。1 日の解析数に数えられます。",
      "The virtual analyzer visits the address. It counts towards the day's analyses."),
  EFFECT_SWEEP(
      "過去 30 日の記録から、このお客さまの端末を検索します。端末には何もしません。",
      "The customer's endpoints are searched in the records of 30 days. Nothing is done to them."),
  MENU("その他の対応", "More actions"),
  MENU_TEXT(
      "何をするかを選んでください。実行の前に、何が起きるかを確認できます。",
      "Choose what to do. You see what would happen before it does."),
  HIDDEN("（運用担当者にのみ表示）", "(for analysts only)"),
  FORM_ABOUT("%s · %s", "%s · %s"),
  FORM_PREVIEW(
      "次の画面で、実行すると何が起きるかを確認してから実行します。",
      "Next you see what would happen; nothing is done before that."),
  PREVIEW("内容を確認", "Preview"),
  PREVIEW_TITLE("実行すると何が起きるか: %s", "What would happen: %s"),
  SAVE("送信", "Send"),
  TARGET("対象", "Target"),
  EFFECT("内容", "Effect"),
  APPROVAL("承認", "Approval"),
  APPROVAL_NOBODY("不要（すぐに実行します）", "none needed: it is done at once"),
  APPROVAL_SECOND("別の運用担当者の承認が必要（期限 %s）", "another analyst's, by %s"),
  APPROVAL_CUSTOMER("お客さま（利用責任者）の同意が必要（期限 %s）", "the customer's responsible contact's, by %s"),
  ENDPOINT_NOW("端末の状態", "Endpoint now"),
  ENDPOINT_UNKNOWN("EDR から確認できません", "the EDR does not tell"),
  ENDPOINT_ISOLATED("隔離中", "isolated"),
  ENDPOINT_CONNECTED("隔離されていません", "not isolated"),
  ENDPOINT_ISOLATION_UNKNOWN("隔離の状態は不明", "isolation unknown"),
  ENDPOINT_AWAKE("EDR と通信できています", "in contact with the EDR"),
  ENDPOINT_ASLEEP(
      "オフラインの可能性があります（最終通信 %s）。依頼は待機し、起動後に実行されます",
      "perhaps offline (last heard of %s): it waits until the endpoint is on"),
  OBJECT("オブジェクト", "Object"),
  OBJECT_HINT(
      "SHA-1、SHA-256、IP アドレス、URL、ドメイン、送信者アドレス。入力すると上の選択より優先されます",
      "SHA-1, SHA-256, IP address, URL, domain or sender; goes before the choice above"),
  URL_HINT("http:// または https:// で始まる URL", "An address that begins with http:// or https://"),
  PATH("ファイルのパス", "Path of the file"),
  PATH_HINT("絶対パス 例: C:\\Users\\tanaka\\a.exe", "Absolute, such as C:\\Users\\tanaka\\a.exe"),
  PROGRAM("プロセス", "Process"),
  PROGRAM_HINT("プログラムのファイル名または SHA-1", "The program's file name or SHA-1"),
  REASON("理由", "Reason"),
  REASON_HINT("監査と承認者のために", "For the record, and for whoever approves"),
  COMMENT_HINT("EDR のメモにも残ります", "Also left as a note in the EDR"),
  FINDING("判定", "Finding"),
  FINDING_NONE("なし", "None"),
  FINDING_NOTEWORTHY("注意が必要", "Noteworthy"),
  FINDING_TRUE("脅威（正検知）", "True positive"),
  FINDING_FALSE("誤検知", "False positive"),
  FINDING_BENIGN("正検知（業務上問題なし）", "Benign true positive"),
  FINDING_OTHER("その他", "Other"),
  ASSIGNEE("担当", "Assignee"),
  MISSING("入力してください。", "Please fill this in."),
  NO_SUCH_OBJECT(
      "ハッシュ値、アドレス、URL などとして読み取れません。", "This is no hash, address or URL that can be used here."),
  NO_SUCH_ENDPOINT("この端末には実行できません。", "This can't be done to that endpoint."),
  NOT_ABSOLUTE("絶対パスで入力してください。", "Please give an absolute path."),
  RESULT("結果", "Result"),
  COLLECTED("%s（%d バイト、SHA-256 %s）", "%s (%d bytes, SHA-256 %s)"),
  VERDICT("危険度 %s（検出名 %s）", "Risk %s (detections: %s)"),
  RISK_NONE("なし", "none"),
  SWEPT("%d 台で見つかりました: %s", "Seen on %d endpoints: %s"),
  SWEPT_NOTHING("どの端末でも見つかりませんでした", "Seen on no endpoint"),
  SWEPT_IN_PART("（記録が多く、一部だけを読みました）", " (there were more records than were read)"),
  FETCH("アーカイブの受け取り（%s）", "Get the archive (%s)"),
  COLLECTED_AT(
      "アーカイブ: %s%nパスワード: %s%n期限: %s%n不正プログラムを含むことがあります。隔離した環境で開いてください。",
      "Archive: %s%nPassword: %s%nUntil: %s%nIt may hold malware: open it in a safe place only."),
  BROUGHT_KEPT("ファイルは運用担当者に共有しました。", "The file was given to the analysts."),
  BROUGHT_NOT_WANTED(
      "アーカイブは EDR にあります（その他の対応 → アーカイブの受け取り）。",
      "The archive lies at the EDR (More actions → Get the archive)."),
  BROUGHT_NOT_LOCKED(
      "パスワードのないアーカイブのため、ここには載せません。EDR から受け取れます（その他の対応）。",
      "The archive has no password and is not shown here; get it from the EDR (More actions)."),
  BROUGHT_TOO_LARGE(
      "大きすぎるため、ここには載せません。EDR から受け取れます（その他の対応）。",
      "It is too large to be shown here; get it from the EDR (More actions)."),
  BROUGHT_NOT_THERE(
      "ファイルを EDR から取得できませんでした。EDR の管理画面でご確認ください。",
      "The EDR did not give the file; look at its console."),
  COLLECTED_GONE("アーカイブはもう EDR にありません。", "The EDR does not have the archive any more."),
  EDR_DOWN("いま EDR に問い合わせできません。", "The EDR can't be asked at the moment."),
  CLOSED_BY("クローズ: %s（%s %s）", "Closed: %s (%s, %s)"),
  WAS_CLOSED("%s がクローズ（%s）", "Closed by %s (%s)"),
  COMMENTED("%s がコメント", "%s commented"),
  AWAITING_SECOND("承認待ち", "waiting for approval"),
  AWAITING_CUSTOMER("お客さまの同意待ち", "waiting for the customer's consent"),
  APPROVED_BY("承認済み（%s）", "approved by %s"),
  REFUSED_BY("却下（%s）", "refused by %s"),
  LAPSED("期限切れ（承認されませんでした）", "lapsed: nobody agreed in time"),
  APPROVAL_TITLE("【承認依頼】%s: %s", "[Approval] %s: %s"),
  CONSENT_TITLE("【ご確認】%s: %s", "[Your consent] %s: %s"),
  APPROVE("承認", "Approve"),
  REFUSE("却下", "Refuse"),
  CONSENT("同意", "Agree"),
  DECLINE("拒否", "Decline"),
  REQUESTER("依頼者", "Requested by"),
  ABOUT_ALERT("アラート", "Alert"),
  WAITS_UNTIL("承認待ち（%s まで）", "waiting, until %s"),
  CALL_APPROVAL("承認を待っている依頼があります（%s）。", "A request waits for approval (%s)."),

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
  RECEIVED("お問い合わせ %s を受け付けました（%s）。", "Inquiry %s was received (%s). "),
  CATEGORY("分類", "Category"),
  CATEGORIZE("分類を変える", "Change category"),
  CATEGORY_INSTALL("導入", "Installing"),
  CATEGORY_CONSOLE("管理画面", "Console"),
  CATEGORY_DETECTION("検知", "Detection"),
  CATEGORY_TERMS("規約・料金", "Terms and fees"),
  CATEGORY_OTHER("その他", "Other"),
  CLOSE_INQUIRY("完了", "Done"),
  INQUIRY_CLOSED("完了", "done"),
  INQUIRY_CLOSED_BY("%s が対応を完了しました（%s）。", "%s has finished this (%s)."),
  OUR_TURN("こちらの返信待ちです。", "It is our turn to reply."),
  CUSTOMERS_TURN("お客さまの返信待ちです。", "It is the customer's turn to reply."),
  DUE("回答期限", "Answer due"),
  OVERDUE("%s（期限を過ぎています）", "%s (overdue)"),
  DESK_TITLE_OVERDUE("【期限超過】引き継ぎ %s", "[Overdue] Hand-over %s"),
  DESK_HINT(
      "このスレッドで見守りに宛てて書くか「返信」を押すと、お客さまのスレッドに届きます。",
      "What you write to Mimamori in this thread, or by Reply, reaches the customer's thread."),
  REPLY("返信", "Reply"),
  ADD("追記", "Add something"),
  SOLVED("解決しました", "It is solved"),
  WAIT_FOR_CUSTOMER("お客さまの返信待ち", "Wait for the customer"),
  BACK_TO_BOT("自動回答に戻す", "Back to the bot"),
  TAKE_OVER("担当を代わる", "Take over"),
  REOPEN("再開する", "Reopen"),
  WRITE("メッセージ", "Message"),
  WRITE_TO_CUSTOMER("%s: お客さまのスレッドに届きます。", "%s: this reaches the customer's thread."),
  WRITE_TO_DESK("%s: 担当者に届きます。", "%s: this reaches our support team."),
  WRITE_TEXT("内容", "Text"),
  SENT_TO_CUSTOMER("お客さまのスレッドに送りました（%s）。", "Sent to the customer's thread (%s)."),
  SENT_TO_DESK("担当者に伝えました（%s）。", "Our support team was told (%s)."),
  NOBODY_HAS_INQUIRY(
      "%s の対応は終わっています。「担当者につなぐ」で再開できます。", "%s is done. Ask a person to have it taken up again."),
  WORD_OF_DESK("サポート窓口 %s より %s", "%s, support, on %s"),
  WORD_OF_CUSTOMER("お客さま %s より %s", "%s, customer, on %s"),
  LETTER_HAND_OVER("[%s] %s 様 お問い合わせの引き継ぎ", "[%s] Hand-over from %s"),
  LETTER_HAND_OVER_URGENT("[%s]【緊急】%s 様 お問い合わせの引き継ぎ", "[%s] URGENT: hand-over from %s"),
  LETTER_WORD("[%s] %s 様 お問い合わせへの追記", "[%s] %s has written again"),
  LETTER_CONTACT("[%s] お問い合わせを担当者に引き継ぎました", "[%s] An inquiry was handed over"),
  LETTER_CONTACT_OVER("[%s] お問い合わせへの対応を完了しました", "[%s] An inquiry is done"),
  LETTER_WROTE("お問い合わせ %s に、お客さまから追記がありました。", "The customer has written about inquiry %s."),
  LETTER_QUESTION("ご質問", "Question"),
  LETTER_ANSWER(
      "このメールに返信すると、お客さまのスレッドに届きます。引用と署名は除かれ、添付ファイルは名前だけをお伝えします。",
      "Your answer to this letter reaches the customer's thread, without quotation and signature;"
          + " of attached files only the names."),
  LETTER_CONTACT_WHY("利用責任者の方にお送りしています（%s）。", "You get this as the responsible contact (%s)."),
  MAIL_DESK("窓口", "support desk"),
  MAIL_ATTACHED("（添付ファイル: %s。チャットには載せていません）", "(attached, not shown here: %s)"),
  CONTACT_TITLE("担当者に引き継ぎました %s", "Handed over: %s"),
  CONTACT_TEXT(
      "%s のお問い合わせを担当者に引き継ぎました（%s 受付）。利用責任者の方にお知らせします。",
      "An inquiry of %s was handed over to our support team (received %s). You are told as the"
          + " responsible contact."),
  CONTACT_OVER_TITLE("対応を完了しました %s", "Done: %s"),
  CONTACT_OVER_TEXT("%s のお問い合わせへの対応を完了しました（%s）。", "What %s had asked about is done (%s)."),

  // calls
  CALL_TITLE("呼び出し: %s", "Calling %s"),
  CALL_ALERT("アラート %s に、まだ誰も対応していません。", "Nobody has come to alert %s yet."),
  CALL_INQUIRY("問い合わせ %s が、担当者を待っています。", "Inquiry %s is waiting for a person."),
  CALL_LATE("（本来の呼び出し時刻は %s でした）", "(this call was due at %s)"),
  CALL_STEP("%d 段目 %s", "Step %d, %s"),
  CALL_ANSWERED("%s が対応しました。", "%s came."),
  CALL_FAILED_ACTION("対応の実行に失敗しました（%s）。", "An action failed (%s)."),
  ANSWER_CALL("引き受ける", "I take it"),
  SNOOZE("スヌーズ", "Snooze"),
  RESUME("再開", "Resume"),
  NEXT_CALL("次の呼び出し", "Next call"),
  NEXT_CALL_AT("%s %s", "%s, %s"),
  CLOCK_RUNS("（残り %s、%s 時点）", " (%s left as of %s)"),
  CLOCK_STANDS("（時計は停止中。対応は %2$s から、残り %1$s）", " (the clock stands until %2$s, %1$s left)"),
  BUSINESS_MINUTES("%d 営業分", "%d business min"),
  EVERYBODY_WAS_CALLED("全員を呼び出しました", "everybody was called"),
  SNOOZED_UNTIL("スヌーズ中（%s、%s まで）", "snoozed by %s until %s"),
  SNOOZE_TEXT(
      "%s: それまで呼び出しを止めます。過ぎた段は、その時刻に呼び出します。",
      "%s: nobody is called until then. What is due by then is called at that moment."),
  SNOOZE_UNTIL("いつまで", "Until"),
  SNOOZE_HALF_AN_HOUR("30 分後", "In 30 minutes"),
  SNOOZE_AN_HOUR("1 時間後", "In 1 hour"),
  SNOOZE_OPENING("次の営業開始（%s）", "When the desk opens (%s)"),
  SNOOZE_FREE("時刻を指定（下に入力）", "At the time below"),
  SNOOZE_AT("日時", "Time"),
  SNOOZE_AT_HINT("例: 17:45、2026-12-28 17:45", "Such as 17:45 or 2026-12-28 17:45"),
  NO_SUCH_MOMENT("これからの日時を、例のように入力してください。", "Please give a time to come, as in the example."),
  NOBODY_IS_CALLED("すでに呼び出しは行われていません。", "Nobody is being called to it any more."),

  // announcements
  NOTICE_MAINTENANCE("【メンテナンス】%s", "[Maintenance] %s"),
  NOTICE_FAULT("【障害】%s", "[Fault] %s"),
  NOTICE_TERMS("【利用規約の変更】%s", "[Change of terms] %s"),
  NOTICE_END("【サービス終了】%s", "[End of service] %s"),
  NOTICE_FREE("【お知らせ】%s", "[Notice] %s"),
  NOTICE_CORRECTION("【訂正】%s", "[Correction] %s"),
  NOTICE_WITHDRAWN("【取り消し】%s", "[Withdrawn] %s"),
  NOTICE_CORRECTS("以前のお知らせ %s を訂正します。", "This corrects the earlier notice %s."),
  NOTICE_WAS_CORRECTED("このお知らせは訂正されました。%s をご覧ください。", "This notice was corrected: please see %s."),
  NOTICE_WAS_WITHDRAWN("このお知らせは取り消されました。", "This notice was withdrawn."),
  NOTICE_TAKEN_BACK("お知らせ %s「%s」を取り消します。", "Notice %s (%s) is withdrawn."),
  NOTICE_PERIOD("日時", "When"),
  NOTICE_FROM("適用日", "From"),
  NOTICE_END_ON("終了日", "Ends on"),
  NOTICE_NUMBER("お知らせ %s", "Notice %s"),
  NOTICE_SOURCE("お知らせ %s · 根拠: %s", "Notice %s · under %s"),
  NOTICE_DESK("お知らせ %s: %s", "Notice %s: %s"),
  NOTICE_DRAFT("下書き", "draft"),
  NOTICE_WAITING("承認待ち（書いた人以外）", "waiting for somebody else's approval"),
  NOTICE_PLANNED("予約済み", "planned"),
  NOTICE_SENT("配信（%d / %d）", "sent (%d of %d)"),
  NOTICE_CANCELLED("取りやめ（%s）", "called off (%s)"),
  NOTICE_MISSED(
      "未配信（予定時刻に停止しており、対象の日時を過ぎました）",
      "not sent: nobody was running at its time, and what it tells of is over"),
  NOTICE_TAKEN("取り消し済み（%s）", "withdrawn (%s)"),
  NOTICE_WRITER("作成", "Written by"),
  NOTICE_TO("宛先", "To"),
  NOTICE_SEND_AT("配信", "Sends"),
  THE_PAGE("ページ", "the page"),
  NOTICE_AT_ONCE("承認後すぐ", "at once when approved"),
  NOTICE_NOT_SHOWN("届いていない宛先", "Not delivered"),
  NOTICE_SHOWN("届いた宛先", "Delivered"),
  NOTICE_AS_SEEN("日本語のお客さまにはこう表示されます。", "Customers with Japanese cards see:"),
  NOTICE_AS_SEEN_EN("英語のお客さまにはこう表示されます。", "Customers with English cards see:"),
  NOTICE_NO_ENGLISH(
      "英語の文面はありません。英語のお客さまにも日本語で表示されます。",
      "There is no English text: everybody sees the Japanese one."),
  NOTICE_WARNING("規約の確認（%s）: %s", "Mind the terms (%s): %s"),
  NOTICE_WARN_AFTER(
      "事前の通知になっていません。緊急の保守（第13条第1項第1号）の場合を除きます。",
      "It would not be told before it begins, as planned maintenance is; urgent work (第13条第1項第1号)"
          + " is another matter."),
  NOTICE_WARN_NO_TIME("中断の日時がありません。", "It does not say when."),
  NOTICE_WARN_DELAY("障害は遅滞なく通知することとされています。", "A fault is to be told without delay."),
  NOTICE_WARN_WEB(
      "規約の変更は、一般公開用ホームページへの表示が必要です。",
      "Changed terms are to stand on the public website; this message does not replace that."),
  NOTICE_WARN_WEB_END(
      "サービスの終了は、一般公開用ホームページへの表示が必要です。",
      "The end of the service is to stand on the public website; this message does not replace"
          + " that."),
  NOTICE_WARN_MONTH(
      "表示から 1 か月を経過する前に終了します。",
      "It ends before a month has passed, after which all count as told."),
  NOTICE_WARN_NO_END("終了日がありません。", "It does not say on which day it ends."),
  NOTICE_MENU("運用担当者の操作", "For analysts"),
  NOTICE_WRITE("お知らせを書く", "Write a notice"),
  NOTICE_FORM("お知らせ", "Notice"),
  NOTICE_FORM_TEXT(
      "送る前に、お客さまに表示されるとおりの内容を確認できます。", "You see it as customers will before it is sent."),
  NOTICE_KIND("種類", "Kind"),
  KIND_MAINTENANCE("メンテナンス（第13条）", "Maintenance (Article 13)"),
  KIND_FAULT("障害（第27条）", "Fault (Article 27)"),
  KIND_TERMS("利用規約の変更（第3条）", "Changed terms (Article 3)"),
  KIND_END("サービスの終了（第18条）", "End of service (Article 18)"),
  KIND_FREE("その他のお知らせ", "Something else"),
  NOTICE_ALL("すべてのお客さま", "All customers"),
  NOTICE_TEXT("件名と本文", "Title and text"),
  NOTICE_TEXT_HINT(
      "1 行目が件名。英語は「---」だけの行の後に、同じ形で",
      "The first line is the title; English after a line of ---, in the same form"),
  NOTICE_WHEN("日時（なくても可）", "When (may be empty)"),
  NOTICE_WHEN_HINT(
      "例: 2026-12-05 22:00 〜 2026-12-06 02:00 配信 2026-12-01 10:00",
      "Such as 2026-12-05 22:00 - 2026-12-06 02:00 send 2026-12-01 10:00"),
  NOTICE_NO_TITLE("1 行目に件名、2 行目から本文を入力してください。", "The first line is the title, the text follows."),
  NOTICE_NO_TIME("日時は 2026-12-05 22:00 の形で入力してください。", "Write times as 2026-12-05 22:00."),
  NOTICE_HAS_PASSED(
      "配信の日時が過ぎています。すぐに送るときは、配信を書かないでください。",
      "The time of sending has passed. Leave it out to send at once."),
  NOTICE_PREVIEW("お知らせの確認", "Preview of the notice"),
  NOTICE_SUBMIT("この内容で送る", "Send this"),
  NOTICE_REWRITE("書き直す", "Rewrite"),
  NOTICE_DISCARD("破棄", "Discard"),
  NOTICE_CANCEL("取り消す", "Withdraw"),
  NOTICE_CORRECT("訂正を書く", "Write a correction"),
  NOTICE_SUBMITTED("承りました。経過はデスクのチャンネルに表示されます。", "Noted. The desk's channel shows how it goes."),
  NOTICE_DISCARDED("破棄しました。", "Discarded."),
  NOTICE_OWN("自分が書いたお知らせは承認できません。", "Whoever wrote it does not approve it."),
  NOTICE_SURE("お知らせ %s を取り消しますか？", "Withdraw notice %s?"),
  NOTICE_SURE_TEXT(
      "配信済みの場合は、お客さまの画面に取り消しと表示されます。", "If it was sent, customers see that it is withdrawn."),
  REMINDER_TITLE("契約更新のご案内", "Your contract renews soon"),
  REMINDER_TEXT(
      "%s 様のご契約は %s に自動で更新されます。更新を希望されない場合は、%s までにご連絡ください。",
      "The contract of %s renews by itself on %s. If you do not wish that, please tell us by %s."),
  REMINDER_SOURCE("根拠: %s", "Under %s"),

  // the service's own troubles
  // what runs by itself
  SCHEDULES_TITLE("スケジュール", "Schedules"),
  SCHEDULE("どれを", "Which one"),
  SCHEDULE_RUN("今すぐ実行", "Run now"),
  SCHEDULE_PAUSE("一時停止", "Pause"),
  SCHEDULE_RESUME("再開", "Resume"),
  SCHEDULE_RUN_EFFECT(
      "数秒以内に 1 回だけ実行します。次回の予定は変わりません。",
      "It runs once, within seconds. Its next time stays as it is."),
  SCHEDULE_PAUSE_EFFECT(
      "再開するまで、すべてのノードで実行しません。その間に予定の時刻が来たものは、再開のときに実行します。",
      "No node runs it until it is resumed. What falls due meanwhile runs then."),
  SCHEDULE_RESUME_EFFECT(
      "再び実行します。停止中に予定の時刻が来ていれば、すぐに 1 回実行します。",
      "It runs again; at once, if it fell due while it was paused."),
  SCHEDULE_NEXT("次回 %s", "next %s"),
  SCHEDULE_ALWAYS("常時", "all the time"),
  SCHEDULE_LAST("前回 %s（%s）", "last %s (%s)"),
  SCHEDULE_FAILED("失敗、再試行します", "failed, is tried again"),
  SCHEDULE_LATE("予定より遅れて実行", "ran late"),
  SCHEDULE_PAUSED("一時停止中（%s、%s から）", "paused (by %s since %s)"),
  SCHEDULE_ORDERED("まもなく実行（%s の指示）", "about to run (ordered by %s)"),
  SCHEDULE_NEVER_PAUSED(
      "ほかのすべてを見張るものなので、停止できません。", "It watches over all others and is never paused."),
  SCHEDULES_NOT_YOURS(
      "この操作は、すべてのお客さまを担当する運用担当者だけが行えます。", "Only analysts who serve every customer may do this."),
  BELL_MONTHLY_REPORTS("月次レポートの作成", "Monthly reports"),
  BELL_ENDPOINTS("端末の前提条件の確認", "Endpoints' prerequisites"),
  BELL_REMINDERS("契約更新のご案内", "Contract reminders"),
  BELL_POLL("EDR からのイベント取得", "Reading events from the EDR"),
  BELL_RESPONSES("端末への操作の実行", "Carrying actions out"),
  BELL_RETRIEVALS("解析結果や収集ファイルの取得", "Fetching what actions brought"),
  BELL_EDR_BOOKS("EDR への記録", "Writing back to the EDR"),
  BELL_REPORTS("インシデント報告書の印刷", "Printing incident reports"),
  BELL_MONTHLY_DUE("月次レポートの印刷と配信", "Printing monthly reports"),
  BELL_COURIER("メッセージの表示", "Showing messages"),
  BELL_LEFT_ACTS("受け付けた操作の処理", "Attending to what people did"),
  BELL_ESCALATIONS("エスカレーション", "Calling people"),
  BELL_ANNOUNCEMENTS("お知らせの配信", "Sending notices"),
  BELL_DUE_BELLS("予定の時刻の監視", "Ringing what is due"),
  BELL_WATCHDOG("滞留の監視", "Watching for what waits too long"),
  BELL_PLATFORMS("チャットの接続確認", "Whether platforms are heard"),
  BELL_FILES("設定ファイルの再読み込み", "Reading saved files again"),
  BELL_CALENDAR("祝日表の確認", "Whether the holidays are confirmed"),
  BELL_SIMULATOR("EDR シミュレーター", "The simulated EDR"),

  ALARM_TITLE("【運用アラーム】%s", "[Service alarm] %s"),
  ALARM_TITLE_OVER("運用アラーム %s（復旧）", "Service alarm %s (well again)"),
  ALARM_OVER("復旧しました: %s", "Well again: %s"),
  ALARM_WAS("%s から %s まで", "From %s until %s"),
  ALARM_SINCE("発生", "Since"),
  ALARM_DETAIL("詳細", "Detail"),
  ALARM_HINT(
      "確認: ./mimamori schedules list、./mimamori doctor",
      "See ./mimamori schedules list and ./mimamori doctor"),
  ALARM_BELL_SILENT("予定「%s」が時刻を過ぎても実行されていません。", "The schedule \"%s\" was due and has not run."),
  ALARM_BELL_FAILING(
      "予定「%s」が失敗しています。自動で再試行します。", "The schedule \"%s\" fails. It is tried again by itself."),
  ALARM_OUTBOX("表示すべきメッセージが届いていません。", "Messages that people should see are not shown."),
  ALARM_INBOX("受け付けた操作が処理されていません。", "What people did is not attended to."),
  ALARM_POLL(
      "EDR からイベントを取得できていません。新しいイベントを見落としている可能性があります。",
      "The EDR is not being read: new events may go unseen."),
  ALARM_REPORT(
      "月次レポートを作成できません（%s）。自動で再試行します。",
      "A monthly report can't be made (%s). It is tried again by itself."),
  ALARM_PRINT(
      "ご依頼のインシデント報告書を作成できません（%s）。自動で再試行します。",
      "An incident report can't be printed (%s). It is tried again by itself."),
  ALARM_MAIL("メールを送れていません。", "Letters are not being sent."),
  ALARM_MAILBOX("メールボックスを読めません。", "The mailbox can't be read."),
  ALARM_PLATFORM(
      "チャット（%s）で、皆さまの発言を受け取れていません。", "What people say on a platform (%s) does not reach us."),

  // incident reports
  REPORT_ORDER("報告書", "Report"),
  REPORT_TITLE("インシデント報告書 第%d版: %s", "Incident report, edition %d: %s"),
  REPORT_ORDERED("作成中", "being drafted"),
  REPORT_DRAFT("下書き（お客さまには未公開）", "Draft (the customer does not see it)"),
  REPORT_RELEASED("顧客へ公開済み（%s %s）", "Released to the customer (%s, %s)"),
  REPORT_AS_OF("内容の時点", "As of"),
  REPORT_NOTE("注意", "Note"),
  REPORT_OUTDATED("この版の後に動きがありました。", "Something has happened since this edition."),
  REPORT_AGAIN("新しい版を作成", "Draft a new edition"),
  PUBLISH("顧客へ公開", "Release to the customer"),
  CONFIRM_PUBLISH("報告書 第%d版を顧客へ公開しますか？", "Release edition %d to the customer?"),
  CONFIRM_PUBLISH_TEXT(
      "下書きの PDF がそのまま %s のチャンネルに届きます。取り消せません。",
      "The draft, as it is, goes to the channel of %s. It can't be taken back."),
  REPORT_COMES(
      "報告書 第%d版を作成しています。まもなく下書きが届きます（お客さまも見るチャンネルの件は、デスクに）。",
      "Edition %d of the report is being drafted and comes in a moment (to the desk, where"
          + " customers read this channel)."),
  REPORT_UNCHANGED("第%d版の後に変わったことはありません。", "Nothing has happened since edition %d."),

  // prerequisites of endpoints (別紙 ■サービスの前提条件)
  ENDPOINTS_TITLE("前提条件を満たしていない端末があります（%d 台）", "%d endpoints do not meet the prerequisites"),
  ENDPOINTS_TEXT(
      "次の端末は、サービスの前提条件（別紙）を満たしていません。このままでは検知や対応ができないことがあります。設定をご確認ください。",
      "These endpoints do not meet the service's prerequisites (annex). As long as that is so,"
          + " threats may go undetected and actions may fail. Please check their settings."),
  ENDPOINTS_WELL_TITLE("端末の前提条件", "Prerequisites of endpoints"),
  ENDPOINTS_WELL("前提条件を満たしていない端末はなくなりました。", "Every endpoint meets the prerequisites again."),
  LACKS_AGENT("セキュリティエージェントが入っていません", "the security agent is not installed"),
  LACKS_SERVER("管理サーバーと通信できていません", "it does not reach the management server"),
  LACKS_SENSOR("Endpoint Sensor 機能が有効ではありません", "Endpoint Sensor is not enabled"),
  LACKS_ANALYZER("仮想アナライザの機能が有効ではありません", "the virtual analyzer is not enabled"),
  LACKS_SCAN("リアルタイム検索が有効ではありません", "real-time scan is not enabled"),
  LACKS_DETECTIONS("検知機能が有効ではありません", "detections are not enabled"),
  LACKS_MAIL("メールのメタデータ収集機能が有効ではありません", "collection of mail metadata is not enabled"),

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
  ALREADY_SO("すでに確認済み、または変更済みです。", "Somebody has done that already."),
  AWAITS_SECOND(
      "承認を依頼しました。別の運用担当者の承認後に実行します（期限 %s）。",
      "Approval was asked for: it is done once another analyst approves, by %s."),
  AWAITS_CUSTOMER(
      "お客さまに同意を依頼しました。同意の後に実行します（期限 %s）。",
      "The customer was asked: it is done once they agree, by %s."),
  NOT_WAITING("この依頼はもう承認を待っていません。", "This request waits for nobody any more."),
  NOT_AMONG_THOSE("運用ポリシーにより、この操作は指定された担当者だけが行えます。", "By policy, only certain people may do this."),
  OWN_REQUEST("自分の依頼は承認できません。", "Whoever asked does not approve."),
  RESPONSIBLE_CONTACT_ONLY("同意できるのは利用責任者だけです。", "Only the responsible contact can agree to this."),
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
  CONNECTIONS("チャットの接続", "Chat connections"),
  CONNECTED("%s: 接続中", "%s: connected"),
  CONNECTING("%s: 準備中、またはほかのノードが接続", "%s: beginning, or another node has it"),
  NOT_CONNECTED("%s: 接続できていません（%s）", "%s: not connected (%s)"),
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
  NO_REPORTS("まだレポートはありません。", "There are no reports yet."),
  REPORTS_TITLE("レポートと資料", "Reports and documents"),
  DOCUMENT_OF("%s · %s", "%s · %s"),
  OBTAIN("受け取る: %s", "Get: %s"),
  SENT_TO_YOU("ダイレクトメッセージでお送りします。", "It comes to you as a direct message.");

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
