package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML of strangers: without a document type, so without entities, and nothing is fetched. */
final class SafeXml {

    private static final String MOST_LEVELS = "64";

    private SafeXml() {}

    /**
     * Reads a document.
     *
     * @throws InvalidInput with line and column if it is malformed, or has a document type
     */
    static Element read(String text) {
        try {
            return parser().parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXParseException e) {
            throw new InvalidInput(
                    "",
                    "The XML is refused at line "
                            + e.getLineNumber()
                            + ", column "
                            + e.getColumnNumber()
                            + ": "
                            + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new InvalidInput("", "The XML is refused: " + e.getMessage());
        }
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", MOST_LEVELS);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // throws; the usual one prints
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(Element element) {
        return element.getLocalName();
    }

    static List<Element> children(Element of) {
        var found = new ArrayList<Element>();
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element of, String name) {
        return children(of).stream().filter(child -> name(child).equals(name)).toList();
    }

    /** The text of the first child of a name; empty if there is none. */
    static String text(Element of, String name) {
        return children(of, name).stream()
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }
}
