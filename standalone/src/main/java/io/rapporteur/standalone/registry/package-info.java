/** The schema registry as a supervised child process. */
@NullMarked
package io.rapporteur.standalone.registry;

import org.jspecify.annotations.NullMarked;
