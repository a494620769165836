package io.rapporteur.aggregation.paper.akn;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.schemas.revision.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The schema of Akoma Ntoso 1.0, as the build takes it from Maven Central; nothing is asked of the
 * network. The digests pin the files that were compared, element by element, with another copy.
 */
public final class OfficialSchema {

  private static final Path FOLDER = Path.of("target/akn/xsd");
  private static final String AKOMA_NTOSO = "akomantoso30.xsd";
  private static final String XML = "xml.xsd";
  private static final Map<String, String> DIGESTS =
      Map.of(
          AKOMA_NTOSO, "cf443b96ad1534e5086d7858087d259a61116142fdfddcfc4e606037de73b3b9",
          XML, "0e93d88564df10e983cd42261e67df893402051989cef4f11a3d766515985fb5");
  private static final Schema SCHEMA = schema();

  private OfficialSchema() {}

  /** Parses a file; every departure from the schema fails. */
  public static Document valid(byte[] file) throws Exception {
    Document document = parsed(file);
    assertThat(faults(document)).isEmpty();
    return document;
  }

  static Document parsed(byte[] file)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Faults(new ArrayList<>()));
    return builder.parse(new ByteArrayInputStream(file));
  }

  static List<String> faults(Document document) throws SAXException, IOException {
    List<String> faults = new ArrayList<>();
    Validator validator = SCHEMA.newValidator();
    validator.setErrorHandler(new Faults(faults));
    validator.validate(new DOMSource(document));
    return faults;
  }

  private record Faults(List<String> found) implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {
      found.add(e.getMessage());
    }

    @Override
    public void error(SAXParseException e) {
      found.add(e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  private static Schema schema() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      // The import is answered below; any other place is refused.
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> {
            if (!XMLConstants.XML_NS_URI.equals(namespace)) {
              throw new IllegalStateException("asked for " + systemId);
            }
            return input(XML);
          });
      return factory.newSchema(
          new StreamSource(new ByteArrayInputStream(pinned(AKOMA_NTOSO)), AKOMA_NTOSO));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LSInput input(String name) {
    try {
      var implementation =
          (DOMImplementationLS)
              DOMImplementationRegistry.newInstance().getDOMImplementation("LS 3.0");
      LSInput input = implementation.createLSInput();
      input.setByteStream(new ByteArrayInputStream(pinned(name)));
      input.setSystemId(name);
      return input;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pinned(String name) {
    try {
      byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
      assertThat(CanonicalJson.sha256(bytes)).as(name).isEqualTo(DIGESTS.get(name));
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException(name + ": missing (expected: unpacked by the build)", e);
    }
  }
}
