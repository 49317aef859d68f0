package jp.mimamori.bot.settings;

import java.util.Map;

/** {@code placeholders.yaml}: what only the operator knows. */
record PlaceholdersFile(Map<String, String> values) {}
