/** The documents as people write them, read strictly and told apart entry by entry. */
@NullMarked
package jp.mimamori.knowledge.documents;

import org.jspecify.annotations.NullMarked;
