package jp.mimamori.bot.chat.discord;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** The commands, in English with Japanese beside it: {@code /edr …}, and one on messages. */
final class SlashCommands {
  static final String NAME = "edr";
  static final String ASK = "ask";
  static final String QUESTION = "question";
  static final String PRIVATE = "private";
  static final String ABOUT = "about";

  private SlashCommands() {}

  static List<CommandData> all() {
    return List.of(edr(), aboutMessage());
  }

  /** Under Apps, on any message. */
  private static CommandData aboutMessage() {
    return Commands.message(Words.ASK_ABOUT_THIS.in(Language.EN))
        .setNameLocalization(DiscordLocale.JAPANESE, Words.ASK_ABOUT_THIS.in(Language.JA))
        .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
  }

  private static SlashCommandData edr() {
    SlashCommandData edr =
        Commands.slash(NAME, Words.COMMAND.in(Language.EN))
            .setDescriptionLocalization(DiscordLocale.JAPANESE, Words.COMMAND.in(Language.JA))
            .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
            .addSubcommands(ask());
    for (Order order : Order.values()) {
      SubcommandData subcommand = subcommand(name(order), japanese(order), description(order));
      about(order).ifPresent(subcommand::addOptions);
      edr.addSubcommands(subcommand);
    }
    return edr;
  }

  private static SubcommandData ask() {
    return subcommand(ASK, "質問", Words.ASK)
        .addOptions(
            option(OptionType.STRING, QUESTION, "質問", Words.ASK_QUESTION)
                .setRequired(true)
                .setMaxLength(4_000)
                .setAutoComplete(true),
            option(OptionType.BOOLEAN, PRIVATE, "非公開", Words.ASK_PRIVATE));
  }

  /** What an order can be narrowed down to. */
  private static Optional<OptionData> about(Order order) {
    return switch (order) {
      case ALERTS ->
          Optional.of(
              option(OptionType.STRING, ABOUT, "対象", Words.ALERTS_ABOUT).setAutoComplete(true));
      case REPORT ->
          Optional.of(
              option(OptionType.STRING, ABOUT, "対象", Words.REPORT_ABOUT).setAutoComplete(true));
      case STATUS, HANDOVER, HELP -> Optional.empty();
    };
  }

  /** The order with that name; empty for {@link #ASK} and what is not ours. */
  static Optional<Order> order(String name) {
    return Arrays.stream(Order.values()).filter(order -> name(order).equals(name)).findFirst();
  }

  static String name(Order order) {
    return switch (order) {
      case STATUS -> "status";
      case ALERTS -> "alerts";
      case HANDOVER -> "handover";
      case REPORT -> "report";
      case HELP -> "help";
    };
  }

  private static String japanese(Order order) {
    return switch (order) {
      case STATUS -> "状況";
      case ALERTS -> "アラート";
      case HANDOVER -> "担当者";
      case REPORT -> "レポート";
      case HELP -> "使い方";
    };
  }

  private static Words description(Order order) {
    return switch (order) {
      case STATUS -> Words.STATUS;
      case ALERTS -> Words.ALERTS;
      case HANDOVER -> Words.HANDOVER;
      case REPORT -> Words.REPORT;
      case HELP -> Words.HELP;
    };
  }

  private static SubcommandData subcommand(String name, String japanese, Words description) {
    return new SubcommandData(name, description.in(Language.EN))
        .setNameLocalization(DiscordLocale.JAPANESE, japanese)
        .setDescriptionLocalization(DiscordLocale.JAPANESE, description.in(Language.JA));
  }

  private static OptionData option(OptionType type, String name, String japanese, Words words) {
    return new OptionData(type, name, words.in(Language.EN))
        .setNameLocalization(DiscordLocale.JAPANESE, japanese)
        .setDescriptionLocalization(DiscordLocale.JAPANESE, words.in(Language.JA));
  }
}
