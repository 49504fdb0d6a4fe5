package org.trueup.server.policy;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** What a workbook would change, over HTTP: asked for, watched, and fetched. */
@RestController
@RequestMapping("/api/v1/policies/{vendor}/versions/{v}/what-if")
class WhatIfApi {
    private final Editions editions;
    private final WhatIfs whatIfs;
    private final Clock clock;

    WhatIfApi(Editions editions, WhatIfs whatIfs, Clock clock) {
        this.editions = editions;
        this.whatIfs = whatIfs;
        this.clock = clock;
    }

    /** @param asOf the night that is asked about; none is today */
    record WhatIfRequest(@Nullable LocalDate asOf) {}

    @PostMapping
    ResponseEntity<WhatIfView> ask(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestBody(required = false) @Nullable WhatIfRequest request) {
        LocalDate asked = request == null ? null : request.asOf();
        LocalDate asOf = asked == null ? LocalDate.now(clock) : asked;
        WhatIfJob job = whatIfs.start(Caller.current(), edition(vendor, v), asOf);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/policies/%s/versions/%s/what-if".formatted(vendor, v)))
                .body(WhatIfView.of(job));
    }

    @GetMapping
    WhatIfView progress(@PathVariable String vendor, @PathVariable String v) {
        return WhatIfView.of(whatIfs.latest(edition(vendor, v))
                .orElseThrow(() -> Refusal.notFound(
                        "Nobody asked what %s would change since the server started; ask first.".formatted(v))));
    }

    @GetMapping("/workbook")
    ResponseEntity<Resource> workbook(@PathVariable String vendor, @PathVariable String v) {
        return ResponseEntity.ok()
                .headers(WorkbooksApi.download("%s-%s-what-if.xlsx".formatted(vendor, v)))
                .body(new FileSystemResource(whatIfs.workbook(edition(vendor, v))));
    }

    private Edition edition(String vendor, String v) {
        return editions.find(VendorName.of(vendor), "version", v);
    }
}
