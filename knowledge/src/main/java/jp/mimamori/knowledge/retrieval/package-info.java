/** Finds the entries that a question may mean. Lucene lives here and nowhere else. */
@NullMarked
package jp.mimamori.knowledge.retrieval;

import org.jspecify.annotations.NullMarked;
