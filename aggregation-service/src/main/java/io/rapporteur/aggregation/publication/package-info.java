/**
 * What is published, for those who take it elsewhere: a feed of editions and comments, and a bundle
 * that stands alone. Plain Java.
 */
@NullMarked
package io.rapporteur.aggregation.publication;

import org.jspecify.annotations.NullMarked;
