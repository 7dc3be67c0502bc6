package io.milvaion.scheduler.people.directory;

import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_GROUPS_ATTRIBUTE;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_GROUP_BASE;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_GROUP_FILTER;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import io.milvaion.platform.config.SettingsReader;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of an entry: those that it names itself, and those that name it.
 *
 * @param base empty: none are searched
 */
record Groups(String attribute, Optional<String> base, NameTemplate filter) {

    static Groups from(SettingsReader settings) {
        return new Groups(
                settings.value(LDAP_GROUPS_ATTRIBUTE),
                settings.given(LDAP_GROUP_BASE),
                NameTemplate.filter(LDAP_GROUP_FILTER, settings.value(LDAP_GROUP_FILTER)));
    }

    /** Their DNs and first names, in a form that can be compared. */
    Set<String> of(SearchResultEntry entry, LDAPInterface in) throws LDAPException {
        var all = new HashSet<String>();
        var own = entry.getAttributeValues(attribute);
        for (String group : own == null ? new String[0] : own) {
            addNames(group, all);
        }
        if (base.isPresent()) {
            var request =
                    new SearchRequest(
                            base.get(),
                            SearchScope.SUB,
                            filter.withName(entry.getDN()),
                            SearchRequest.NO_ATTRIBUTES);
            for (var group : in.search(request).getSearchEntries()) {
                addNames(group.getDN(), all);
            }
        }
        return all;
    }

    /** A DN in its normal form, anything else in lower case. */
    static String comparable(String name) {
        try {
            return DN.normalize(name);
        } catch (LDAPException e) { // no DN
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private static void addNames(String group, Set<String> all) {
        all.add(comparable(group));
        try {
            var first = new DN(group).getRDN();
            if (first != null) {
                all.add(comparable(first.getAttributeValues()[0]));
            }
        } catch (LDAPException e) { // no DN: it is its own name
            all.add(comparable(group));
        }
    }
}
