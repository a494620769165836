/** Two instances of the desk and many clients, while processes are killed. */
@NullMarked
package io.rapporteur.comments.fire;

import org.jspecify.annotations.NullMarked;
