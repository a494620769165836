/** The desk where delegations hand in comments: its settings and how its parts are put together. */
@NullMarked
package io.rapporteur.comments;

import org.jspecify.annotations.NullMarked;
