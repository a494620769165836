/** What looks for malware in files. */
@NullMarked
package io.rapporteur.comments.attachment.scan;

import org.jspecify.annotations.NullMarked;
