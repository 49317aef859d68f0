package jp.mimamori.bot.chat.discord;

import jp.mimamori.knowledge.Language;

/** What only Discord's people are told, beside what the front desk says. */
enum Words {
  CUT(
      "（長いため、残り %d 文字を省略しました。全文は添付のファイルにあります）",
      "(%d characters left out: the attached file has all of it)"),
  BUTTONS_CUT("（ボタンが多いため、%d 個を省略しました）", "(too many to show: %d buttons left out)"),
  OLDER_CUT(
      "（古い %d 行を省略しました。全文は添付のファイルにあります）", "(%d older lines left out: the attached file has them)"),
  DONE("承りました。", "Got it."),
  CALLED_OFF("取りやめました。", "Called off: nothing was done."),
  NOT_ACCEPTED(
      "申し訳ありません。受け付けられませんでした。もう一度お試しください。", "Sorry, this could not be accepted. Please try again."),
  TAKING("ご質問を受け付けています…", "Taking your question…"),
  STRANGE_BUTTON("このボタンは無効です。", "This button is not valid."),
  OPEN_FORM("入力画面を開く", "Open the form"),
  FORM_WAITS("下のボタンで入力画面を開いてください。", "Please open the form with the button below."),
  MEND("入力を確かめてください。", "Please look again at what you filled in."),
  MEND_FORM("入力し直す", "Correct it"),
  ASKED("%s さんの質問", "%s asked"),
  ANSWER_BY_MESSAGE("ダイレクトメッセージでお答えします。", "The answer comes as a direct message."),
  ANSWER_BENEATH("このメッセージの下でお答えします。", "The answer comes beneath that message."),
  NO_DIRECT_MESSAGES(
      "ダイレクトメッセージをお送りできません。このサーバーからの受信を許可するか、/edr ask をお使いください。",
      "You can't be sent direct messages. Please allow them from this server, or use /edr ask."),
  FILE_PART("%s（%d / %d。すべて保存して順につなげてください）", "%s (%d of %d: save all and join them in order)"),

  // slash commands
  COMMAND("見守りデスクへの質問と操作", "Ask the Mimamori desk, or see what it knows"),
  ASK("質問する", "Ask a question"),
  ASK_QUESTION("知りたいこと", "What you want to know"),
  ASK_PRIVATE("自分だけに答える", "Answer me alone"),
  STATUS("対応時間とお問い合わせの状況", "Support hours and your inquiries"),
  ALERTS("未完了のアラート", "Open alerts"),
  ALERTS_ABOUT("重大度、アラート番号、お客さま", "A severity, an alert's number, a customer"),
  REPORT_ABOUT("月、題名、お客さま", "A month, a title, a customer"),
  HANDOVER("担当者につなぐ", "Call a person"),
  REPORT("レポート", "Reports"),
  HELP("使い方", "What can be asked and ordered"),

  // on messages
  ASK_ABOUT_THIS("この内容を問い合わせる", "Ask about this");

  private final String japanese;
  private final String english;

  Words(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  String in(Language language, Object... arguments) {
    return switch (language) {
      case JA -> japanese.formatted(arguments);
      case EN -> english.formatted(arguments);
    };
  }
}
