package jp.mimamori.knowledge.official;

/** A row of a table of definitions, in the official words. */
public record Definition(String term, String meaning) {}
