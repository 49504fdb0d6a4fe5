package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void aPlaceReadsLikeThePathToIt() {
        assertThat(Place.TOP.at("vendor")).hasToString("vendor");
        assertThat(Place.TOP.at("accounts", 3).at("added_on")).hasToString("accounts[3].added_on");
        assertThat(Place.item(2).at("accounts", 3).at("activity", 0).at("at"))
                .hasToString("[2].accounts[3].activity[0].at");
        assertThat(Place.TOP.at("earlier_night").at("as_of")).hasToString("earlier_night.as_of");
    }
}
