package io.milvaion.scheduler.people.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.Setting;
import java.util.function.UnaryOperator;

/** A text with a place for a name, which is escaped as the text around it demands. */
final class NameTemplate {

    private static final String PLACE = "{0}";

    private final String text;
    private final UnaryOperator<String> escape;

    private NameTemplate(Setting<String> setting, String text, UnaryOperator<String> escape) {
        if (!text.contains(PLACE)) {
            throw new InvalidSetting(setting, text, "a text with " + PLACE);
        }
        this.text = text;
        this.escape = escape;
    }

    /**
     * @throws InvalidSetting if it makes no filter
     */
    static NameTemplate filter(Setting<String> setting, String text) {
        var template = new NameTemplate(setting, text, Filter::encodeValue);
        try {
            Filter.create(template.withName("x"));
        } catch (LDAPException e) {
            throw new InvalidSetting(setting, text, "a filter of LDAP (RFC 4515)");
        }
        return template;
    }

    /** Text that is no DN, such as that for {@code name@domain}, is taken as it is. */
    static NameTemplate dn(Setting<String> setting, String text) {
        boolean isDn = DN.isValidDN(text.replace(PLACE, "x"));
        return new NameTemplate(setting, text, isDn ? NameTemplate::rdnValue : name -> name);
    }

    String withName(String name) {
        return text.replace(PLACE, escape.apply(name));
    }

    private static String rdnValue(String name) {
        return new RDN("x", name).toString().substring("x=".length());
    }
}
