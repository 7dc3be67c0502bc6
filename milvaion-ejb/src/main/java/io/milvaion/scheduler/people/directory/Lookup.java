package io.milvaion.scheduler.people.directory;

import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_BIND_DN;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_BIND_PASSWORD;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_ID_ATTRIBUTE;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_NAME_ATTRIBUTE;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_USER_BASE;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_USER_DN;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_USER_FILTER;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import java.util.Optional;

/**
 * How people are found.
 *
 * @param service who looks them up; empty: nobody in particular
 * @param userDn whom people bind as; empty: as the entry that was found
 * @param id the attribute that stays for ever
 */
record Lookup(
        Optional<BindRequest> service,
        Optional<NameTemplate> userDn,
        String base,
        NameTemplate filter,
        String id,
        String name) {

    static Lookup from(SettingsReader settings) {
        var service =
                settings.given(LDAP_BIND_DN)
                        .<BindRequest>map(dn -> new SimpleBindRequest(dn, password(settings)));
        return new Lookup(
                service,
                settings.given(LDAP_USER_DN).map(text -> NameTemplate.dn(LDAP_USER_DN, text)),
                settings.given(LDAP_USER_BASE)
                        .orElseThrow(
                                () -> new InvalidSetting(LDAP_USER_BASE, "", "a DN: it is needed")),
                NameTemplate.filter(LDAP_USER_FILTER, settings.value(LDAP_USER_FILTER)),
                settings.value(LDAP_ID_ATTRIBUTE),
                settings.value(LDAP_NAME_ATTRIBUTE));
    }

    private static String password(SettingsReader settings) {
        return settings.given(LDAP_BIND_PASSWORD)
                .orElseThrow(
                        () ->
                                new InvalidSetting(
                                        LDAP_BIND_PASSWORD, "", "the password of the account"));
    }

    /** The one entry of a name; empty if there is none, or more than one. */
    Optional<SearchResultEntry> find(LDAPInterface in, String typed, String groupsAttribute)
            throws LDAPException {
        var request =
                new SearchRequest(
                        base, SearchScope.SUB, filter.withName(typed), id, name, groupsAttribute);
        var found = in.search(request).getSearchEntries();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
