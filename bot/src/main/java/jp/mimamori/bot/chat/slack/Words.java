package jp.mimamori.bot.chat.slack;

import jp.mimamori.knowledge.Language;

/** What the adapter itself says to people; all else comes from the cards. */
enum Words {
  THINKING("考え中です…", "Thinking…"),
  CUT("Slack に収まらないため、一部を省略しました。", "Shortened, because Slack does not take more."),
  OMITTED("（ほか %d 件）", "(%d more)"),
  ASKED_BY("<@%s> からのお問い合わせ", "Asked by <@%s>"),
  NOT_POSTED(
      "この場所に投稿できないため、質問を受け付けられませんでした。アプリをチャンネルに追加してから、もう一度お試しください。",
      "Your question could not be posted here. Add the app to the channel, then try again."),
  PROMPTS_TITLE("たとえば", "For example"),
  PROMPT_CANCEL("解約したいときはいつまでに言えばいい？", "When do I have to say that I want to cancel?"),
  PROMPT_PRICE("30 台で 1 年使うといくらですか？", "What does it cost for 30 PCs a year?"),
  PROMPT_PERSON("担当者と話したい", "I want to talk to a person"),
  HOME_HINT(
      "質問はメッセージ タブから、またはチャンネルで @メンション、/edr でどうぞ。",
      "Ask in the Messages tab, by a mention in a channel, or with /edr.");

  private final String japanese;
  private final String english;

  Words(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  String in(Language language, Object... arguments) {
    String text =
        switch (language) {
          case JA -> japanese;
          case EN -> english;
        };
    return arguments.length == 0 ? text : text.formatted(arguments);
  }
}
