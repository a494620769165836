package io.rapporteur.identity.account.page;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The style and the script of the pages. */
@RestController
@RequestMapping("/people")
public final class PageFilesResource {

  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final Duration AGE = Duration.ofMinutes(10);

  @GetMapping("/pages.css")
  ResponseEntity<Resource> style() {
    return file("pages.css", CSS);
  }

  @GetMapping("/keys.js")
  ResponseEntity<Resource> script() {
    return file("keys.js", SCRIPT);
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(AGE))
        .body(new ClassPathResource("pages/" + name));
  }
}
