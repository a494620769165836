/** The trail of acts, as secretariat and delegations read it. */
@NullMarked
package io.rapporteur.ingest.acts;

import org.jspecify.annotations.NullMarked;
