/** Papers as pages that stand alone: no script, nothing that is fetched, for any reader. */
@NullMarked
package io.rapporteur.aggregation.paper.html;

import org.jspecify.annotations.NullMarked;
