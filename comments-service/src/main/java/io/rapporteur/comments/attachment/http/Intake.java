package io.rapporteur.comments.attachment.http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is taken in.
 *
 * @param open whether files are taken at all
 * @param scanned whether files are scanned here
 * @param folder where they stand until they are in the store
 * @param largest in bytes
 * @param longest time from the first byte of a file to its last
 */
public record Intake(boolean open, boolean scanned, Path folder, long largest, Duration longest) {}
