package jp.mimamori.bot.chat.web;

import jp.mimamori.bot.markup.Html;

/** Small drawings of 16 by 16; decoration only, a word always stands beside them. */
enum Icon {
  WATCH(
      "<path d='M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z'/>"
          + "<circle cx='8' cy='8' r='2'/>"),
  BUBBLE("<path d='M2.5 3.5h11v7.5H7.5L4.5 13.5V11h-2Z'/>"),
  BELL("<path d='M4 11.5V7.3a4 4 0 0 1 8 0v4.2M2.5 11.5h11M6.8 13.8h2.4'/>"),
  SEAL("<path d='M8 1.8 13 4v4.2c0 3-2.2 5-5 6-2.8-1-5-3-5-6V4Z'/><path d='m5.8 8 1.6 1.6 3-3'/>"),
  PEOPLE(
      "<circle cx='6' cy='5.5' r='2.5'/><path d='M1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4'/>"
          + "<path d='M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.9c1.6.5 2.5 1.8 2.5 3.6'/>"),
  ALARM("<path d='M8 2 14.5 13.5h-13Z'/><path d='M8 6.5v3.2M8 11.6v.2'/>"),
  WORK("<circle cx='8' cy='8' r='6'/><path d='M8 4.5V8l2.5 1.5'/>"),
  DONE("<circle cx='8' cy='8' r='6'/><path d='m5.3 8.2 1.9 1.9 3.5-3.8'/>"),
  ANSWER("<circle cx='8' cy='8' r='6'/><path d='M8 7.3v3.5M8 5.1v.2'/>"),
  LOCK(
      "<rect x='3.5' y='7' width='9' height='6.5' rx='1'/><path d='M5.5 7V5a2.5 2.5 0 0 1 5"
          + " 0v2'/>"),
  CLOSE("<path d='m4 4 8 8M12 4l-8 8'/>"),
  CONTRAST("<circle cx='8' cy='8' r='6'/><path d='M8 2a6 6 0 0 1 0 12Z' fill='currentColor'/>"),
  PLAY("<path d='M5 3.5v9L12.5 8Z'/>"),
  DOWN("<path d='M8 3v10M4 9l4 4 4-4'/>");

  private final String svg;

  Icon(String shapes) {
    svg =
        "<svg class='icon' viewBox='0 0 16 16' fill='none' stroke='currentColor'"
            + " stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'"
            + " aria-hidden='true' focusable='false'>"
            + shapes
            + "</svg>";
  }

  Html svg() {
    return Html.of(svg);
  }

  static Icon of(Channel.Kind kind) {
    return switch (kind) {
      case SUPPORT -> BUBBLE;
      case ALERTS -> BELL;
      case APPROVALS -> SEAL;
      case DESK -> PEOPLE;
    };
  }
}
