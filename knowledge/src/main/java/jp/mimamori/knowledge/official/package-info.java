/**
 * The operator's official text: read from a messy file, kept edition by edition, quoted by place.
 */
@NullMarked
package jp.mimamori.knowledge.official;

import org.jspecify.annotations.NullMarked;
