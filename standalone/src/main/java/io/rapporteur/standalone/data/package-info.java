/** The data folder: whose it is, who uses it now, and the passwords in it. */
@NullMarked
package io.rapporteur.standalone.data;

import org.jspecify.annotations.NullMarked;
