/**
 * The trail of acts: who did what at the doors of a service, in its log and in a topic that
 * secretariat and delegations read through the API.
 */
@NullMarked
package io.rapporteur.schemas.audit;

import org.jspecify.annotations.NullMarked;
