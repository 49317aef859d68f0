package jp.mimamori.bot.chat.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.bot.markup.Html;

/** The page on which one chooses who to be. */
final class SignInView {
  private static final String DOT = "·";

  private SignInView() {}

  static Html page(Frame frame, List<Visitor> visitors) {
    Map<String, List<Visitor>> groups =
        visitors.stream()
            .collect(
                Collectors.groupingBy(
                    visitor -> group(frame.in(visitor.description())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return frame.page(
        frame.in(Words.WHO_ARE_YOU) + " — " + frame.in(Words.PRODUCT),
        Html.of(
            """
            <body class="sign-in">
            <header class="top">{}<span class="space"></span>{}</header>
            <main>
            <p class="tagline">{}</p>
            <h1>{}</h1>
            <p class="lead">{}</p>
            {}
            <p id="notice" class="notice" role="alert" hidden></p>
            </main>
            </body>\
            """,
            frame.brand(),
            frame.switches(),
            frame.in(Words.TAGLINE),
            frame.in(Words.WHO_ARE_YOU),
            frame.in(Words.NO_PASSWORDS),
            visitors.isEmpty()
                ? Html.of("<p class=\"empty\">{}</p>", frame.in(Words.NOBODY))
                : Html.join(
                    groups.entrySet().stream()
                        .map(group -> section(frame, group.getKey(), group.getValue()))
                        .toList())));
  }

  private static Html section(Frame frame, String group, List<Visitor> visitors) {
    return Html.of(
        "<section class=\"group\"><h2>{}</h2><ul>{}</ul></section>",
        group,
        Html.join(visitors.stream().map(visitor -> choice(frame, visitor)).toList()));
  }

  private static Html choice(Frame frame, Visitor visitor) {
    return Html.of(
        """
        <li><button type="button" class="choice" hx-post="/sign-in" hx-swap="none" \
        name="visitor" value="{}">
        <span class="avatar" aria-hidden="true">{}</span>
        <span><strong>{}</strong> <span class="role">{}</span></span>
        </button></li>\
        """,
        visitor.id(),
        ThreadView.initial(visitor.name()),
        visitor.name(),
        role(frame.in(visitor.description())));
  }

  private static String group(String description) {
    int dot = description.indexOf(DOT);
    return (dot < 0 ? description : description.substring(0, dot)).strip();
  }

  private static String role(String description) {
    return description.substring(description.indexOf(DOT) + 1).strip();
  }
}
