/** The paper as Akoma Ntoso: the items as points, the comments as notes on them. */
@NullMarked
package io.rapporteur.aggregation.paper.akn;

import org.jspecify.annotations.NullMarked;
