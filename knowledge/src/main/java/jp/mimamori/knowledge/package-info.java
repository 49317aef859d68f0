/** Documents in, cited answers out. Knows Lucene and Japanese; knows nothing of chat or the EDR. */
@NullMarked
package jp.mimamori.knowledge;

import org.jspecify.annotations.NullMarked;
