package org.trueup.server.runs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.spreadsheets.report.NightOutcome.RejectedLine;

/** Runs over HTTP. */
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "runs", description = "Nights: started, watched, done again, and the files that they wrote.")
class RunApi {
    private static final int MOST = 500;

    private final Runs runs;
    private final RunViews views;
    private final RunReports reports;
    private final RunEvents events;

    RunApi(Runs runs, RunViews views, RunReports reports, RunEvents events) {
        this.runs = runs;
        this.views = views;
        this.reports = reports;
        this.events = events;
    }

    /** What to run. */
    record Order(
            @Nullable LocalDate asOf,
            @Nullable String vendor,
            @Nullable String feed) {}

    record RunPage(int page, int size, long total, List<RunBody> runs) {}

    record Feeds(List<String> feeds) {}

    record RejectedPage(int run, int page, int size, long total, List<RejectedLine> rejectedLines) {}

    record Files(int run, LocalDate asOf, List<String> files) {}

    @PostMapping
    @Operation(summary = "Start a night in the background; one at a time")
    ResponseEntity<RunBody> start(@RequestBody Order order) {
        LocalDate asOf = order.asOf();
        if (asOf == null) {
            throw Refusal.of("as_of", "Say which night to run, for example \"as_of\": \"2026-11-27\".");
        }
        return accepted(runs.start(Caller.current().name(), asOf, order.vendor(), order.feed()));
    }

    @PostMapping("/{run}/restart")
    @Operation(summary = "Do a run that failed or was stopped again, for its date")
    ResponseEntity<RunBody> restart(@PathVariable int run) {
        return accepted(runs.restart(Caller.current().name(), run));
    }

    private ResponseEntity<RunBody> accepted(StoredRun run) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.number()))
                .body(shown(run, false));
    }

    @GetMapping
    @Operation(summary = "All runs, the last first")
    RunPage page(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        checkPage(page, size);
        return new RunPage(
                page,
                size,
                runs.count(),
                runs.page(page, size).stream().map(run -> shown(run, false)).toList());
    }

    @GetMapping("/feeds")
    @Operation(summary = "The feeds that a run can load")
    Feeds feeds() {
        return new Feeds(runs.feeds());
    }

    @GetMapping("/{run}")
    @Operation(summary = "One run: how far it is, what it counted, why it failed")
    RunBody one(@PathVariable int run) {
        return shown(runs.find(run), true);
    }

    @GetMapping(path = "/{run}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "How far a run is, as server-sent events: progress, note, and ended as the last")
    SseEmitter events(@PathVariable int run) {
        return events.follow(runs.find(run));
    }

    @GetMapping("/{run}/rejected-lines")
    @Operation(summary = "Lines of the run's feed that could not be taken")
    RejectedPage rejectedLines(
            @PathVariable int run,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        checkPage(page, size);
        StoredRun stored = runs.find(run);
        return new RejectedPage(
                run, page, size, views.countRejectedLines(stored), views.rejectedLines(stored, page, size));
    }

    @GetMapping("/{run}/reports")
    @Operation(summary = "The files of a run, or of the latest night, that the caller may have")
    Files files(@PathVariable String run) {
        StoredRun stored = reports.run(run);
        return new Files(stored.number(), stored.asOf(), reports.names(Caller.current(), stored));
    }

    @GetMapping("/{run}/reports/{*file}")
    @Operation(summary = "A file of a run; the run may be \"latest\", the file of an account manager \"mine\"")
    ResponseEntity<Resource> file(@PathVariable String run, @PathVariable String file) {
        Resource found = new FileSystemResource(reports.find(Caller.current(), reports.run(run), file.substring(1)));
        String name = String.valueOf(found.getFilename());
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(found);
    }

    private RunBody shown(StoredRun run, boolean whole) {
        return RunBody.of(
                run,
                whole ? views.tally(run.number()) : null,
                whole ? counted(run) : null,
                runs.progress(run.number()).orElse(null));
    }

    private @Nullable Map<String, Map<String, Long>> counted(StoredRun run) {
        Map<String, Map<String, Long>> counted = views.counted(run.number());
        return counted.isEmpty() ? null : counted;
    }

    private static void checkPage(int page, int size) {
        if (page < 0) {
            throw Refusal.of("page", "Pages are counted from 0.");
        }
        if (size < 1 || size > MOST) {
            throw Refusal.of("size", "A page has 1 to " + MOST + " lines.");
        }
    }
}
