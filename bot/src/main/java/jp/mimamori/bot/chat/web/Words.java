package jp.mimamori.bot.chat.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.knowledge.Language;

/** All wording of the page itself; what the bot says comes in its cards. */
final class Words {
  static final Bilingual PRODUCT = words("見守り", "Mimamori");
  static final Bilingual TAGLINE = words("マネージドEDR サポート窓口", "Managed EDR support desk");
  static final Bilingual DEMO = words("ローカルデモ", "Local demo");
  static final Bilingual SKIP = words("本文へ移動", "Skip to the conversation");
  static final Bilingual BOT = words("ボット", "Bot");
  static final Bilingual YOU = words("あなた", "You");

  static final Bilingual WHO_ARE_YOU = words("どなたとして使いますか", "Who would you like to be?");
  static final Bilingual NO_PASSWORDS =
      words(
          "これはこのコンピューターの中だけで動くデモのサインインです。パスワードはありません。名前を選ぶと、その人の権限とチャンネルで画面が開きます。",
          "This is the sign-in of a demo that runs on this computer only. There are no passwords:"
              + " choose a name, and the page opens with that person's rights and channels.");
  static final Bilingual NOBODY =
      words("選べる人がまだ登録されていません。", "Nobody has been configured to choose from yet.");
  static final Bilingual SWITCH_PERSON = words("別の人になる", "Switch person");

  static final Bilingual LANGUAGE = words("言語", "Language");
  static final Bilingual THEME = words("明るい表示と暗い表示を切り替える", "Switch between light and dark");
  static final Bilingual CHANNELS = words("チャンネル", "Channels");
  static final Bilingual UNREAD = words("未読あり", "unread");
  static final Bilingual DEMO_ACTIONS = words("デモの操作", "Demo actions");
  static final Bilingual CONVERSATION = words("やりとり", "Conversation");
  static final Bilingual EARLIER = words("以前のやりとりを表示", "Show earlier messages");
  static final Bilingual NEW_BELOW = words("新しいメッセージ", "New message");
  static final Bilingual NO_CHANNELS =
      words("この人が見られるチャンネルはありません。", "There is no channel that this person may see.");

  static final Bilingual ASK = words("質問やメッセージ", "Question or message");
  static final Bilingual ASK_HINT = words("質問を入力してください", "Type your question");
  static final Bilingual KEYS =
      words(
          "Enter で送信 · Shift + Enter で改行 · /edr help で使い方",
          "Enter sends · Shift + Enter starts a new line · /edr help");
  static final Bilingual SEND = words("送信", "Send");
  static final Bilingual REPLY = words("返信", "Reply");
  static final Bilingual REPLY_TEXT = words("このスレッドへの返信", "Reply in this thread");
  static final Bilingual REST = words("続きを表示（全{}文字）", "Show the rest ({} characters in all)");

  static final Bilingual REQUIRED = words("必須", "Required");
  static final Bilingual MOST = words("{}文字まで", "At most {} characters");
  static final Bilingual CHECK_FIELDS =
      words("入力内容をご確認ください。", "Please check what you have entered.");
  static final Bilingual STILL_WAITING =
      words(
          "まだ返事がありません。入力した内容は残っています。もう一度送っても二重にはなりません。",
          "There is no answer yet. What you entered is still here; sending it again does not do it"
              + " twice.");
  static final Bilingual DOWNLOAD = words("ダウンロード", "Download");

  static final Bilingual ONLY_YOU = words("あなただけに表示", "Only visible to you");
  static final Bilingual DISMISS = words("閉じる", "Dismiss");
  static final Bilingual UPDATED = words("更新", "Updated");
  static final Bilingual RECONNECTING = words("接続が切れました・再接続中", "Connection lost · reconnecting");
  static final Bilingual NOT_SENT =
      words(
          "送信できませんでした。入力した内容は残っています。接続を確かめて、もう一度お試しください。",
          "This could not be sent. Your text is still here: check the connection and try again.");

  static final Bilingual NOT_FOUND =
      words("そのページまたはチャンネルはありません。", "There is no such page or channel.");
  static final Bilingual BACK = words("最初の画面へ", "Back to the start");
  static final Bilingual SIGN_IN_FIRST =
      words("サインインが必要です。ページを再読み込みしてください。", "Please sign in first: reload the page.");
  static final Bilingual FOREIGN =
      words("ほかのサイトからの操作は受け付けません。", "Requests from other sites are refused.");
  static final Bilingual FOREIGN_HOST =
      words("このアドレスでは提供していません。", "This page is not served under that address.");
  static final Bilingual TOO_LONG =
      words(
          "メッセージが長すぎます。200 KB までにするか、分けて送ってください。",
          "This message is too long: please keep it below 200 KB or send it in parts.");
  static final Bilingual EMPTY = words("メッセージが空です。", "This message is empty.");
  static final Bilingual UNREADABLE = words("リクエストを読み取れませんでした。", "The request could not be read.");
  static final Bilingual BUTTON_GONE =
      words(
          "表示が新しくなり、このボタンはもう使えません。最新のカードをご確認ください。",
          "The card has changed and this button is gone: please look at the card as it is now.");
  static final Bilingual FAILED =
      words(
          "内部エラーで処理できませんでした。少し待ってもう一度お試しください。",
          "Something went wrong on our side. Please try again in a moment.");

  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_JA =
      DateTimeFormatter.ofPattern("yyyy年M月d日(E)", Locale.JAPANESE);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private Words() {}

  /** What a channel says while nothing is in it. */
  static Bilingual nothingYet(Channel.Kind kind) {
    return switch (kind) {
      case SUPPORT ->
          words(
              "サービスについて何でもご質問ください。出典とあわせてお答えし、わからないことは担当者におつなぎします。",
              "Ask anything about the service. Answers come with their sources, and what is not"
                  + " known is passed on to a person.");
      case ALERTS ->
          words(
              "注意が必要なイベントはありません。起きたときは、ここにカードが届きます。",
              "No noteworthy events. When one happens, its card appears here.");
      case APPROVALS -> words("承認を待っている依頼はありません。", "No request is waiting for approval.");
      case DESK -> words("引き継がれた質問はありません。", "No question has been handed over.");
    };
  }

  static Bilingual tone(Tone tone) {
    return switch (tone) {
      case URGENT -> words("要確認", "Needs attention");
      case WORKING -> words("対応中", "In progress");
      case SETTLED -> words("完了", "Done");
      case PLAIN -> words("ご案内", "Information");
    };
  }

  static String time(Instant at) {
    return TIME.format(at.atZone(TOKYO));
  }

  static String day(Instant at, Language language) {
    return switch (language) {
      case JA -> DAY_JA.format(at.atZone(TOKYO));
      case EN -> DAY_EN.format(at.atZone(TOKYO));
    };
  }

  private static Bilingual words(String ja, String en) {
    return new Bilingual(ja, en);
  }
}
