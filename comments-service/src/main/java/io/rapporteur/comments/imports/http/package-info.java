/** The door of imports. */
@NullMarked
package io.rapporteur.comments.imports.http;

import org.jspecify.annotations.NullMarked;
