package io.milvaion.scheduler.people.start;

import io.milvaion.scheduler.people.account.RootAccount;
import io.milvaion.scheduler.people.key.RootKey;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Sees to it that somebody can log in before anybody asks. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class PeopleStart {

    @Inject RootAccount account;
    @Inject RootKey key;

    @PostConstruct
    void start() {
        account.makeIfFirst();
        key.keep();
    }
}
