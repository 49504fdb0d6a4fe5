package org.trueup.batch.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.Store;

/** What the steps of one feed share while it is loaded. */
final class FeedRun implements AutoCloseable {
    private final int feedId;
    private final FeedFolder folder;
    private final BigDecimal maxRejectPercent;
    private final FeedProgress progress;
    private final FeedLock lock;
    private final Path scratch;
    private final FactsTransaction facts;
    private final KnownIds ids;
    private final Map<FeedFile, Tally> tallies = new EnumMap<>(FeedFile.class);
    private int highestStoredAccount;
    private @Nullable FoldedActivity activity;
    private final List<String> notes = new ArrayList<>();
    private final List<FileChannel> files = new ArrayList<>();

    FeedRun(int feedId, FeedFolder folder, FeedRequest request, FeedLock lock, Path scratch, FactsTransaction facts) {
        this.feedId = feedId;
        this.folder = folder;
        this.maxRejectPercent = request.maxRejectPercent();
        this.progress = request.progress();
        this.lock = lock;
        this.scratch = scratch;
        this.facts = facts;
        this.ids = KnownIds.none(scratch);
        for (FeedFile file : FeedFile.values()) {
            tallies.put(file, new Tally(file));
        }
    }

    int feedId() {
        return feedId;
    }

    FeedFolder folder() {
        return folder;
    }

    BigDecimal maxRejectPercent() {
        return maxRejectPercent;
    }

    FeedProgress progress() {
        return progress;
    }

    /** Learns which tenants and accounts the store holds. */
    void learnIds(Store store) {
        ids.addThoseOf(store);
        highestStoredAccount = ids.accounts().highest();
    }

    /** The highest account number in the store before this feed. */
    int highestStoredAccount() {
        return highestStoredAccount;
    }

    /** Whether the store holds no account yet. */
    boolean noAccountStored() {
        return highestStoredAccount == 0;
    }

    /** The transaction in which everything becomes facts. */
    FactsTransaction facts() {
        return facts;
    }

    KnownIds ids() {
        return ids;
    }

    /** Makes sure that no other feed could have come in between. */
    void verifyLock() {
        lock.verify();
    }

    FileReading reading(FeedFile file, RejectedLines rejected) {
        return new FileReading(file, folder.partsOf(file), tally(file), rejected, progress);
    }

    Tally tally(FeedFile file) {
        Tally tally = tallies.get(file);
        if (tally == null) {
            throw new IllegalStateException("every file has a tally");
        }
        return tally;
    }

    List<FileCount> counts() {
        return tallies.values().stream().map(Tally::count).toList();
    }

    void note(String sentence) {
        notes.add(sentence);
        progress.note(sentence);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Starts folding activity, after all accounts were read. */
    FoldedActivity startActivity() {
        FoldedActivity started = new FoldedActivity(ids, scratch);
        activity = started;
        return started;
    }

    FoldedActivity activity() {
        return activity == null ? startActivity() : activity;
    }

    /** A scratch file that lives as long as the run. */
    FileChannel scratchFile() {
        FileChannel file = MappedMemory.scratchFile(scratch);
        files.add(file);
        return file;
    }

    /** Lets go of the memory and scratch files. */
    @Override
    public void close() {
        for (FileChannel file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (activity != null) {
            activity.close();
        }
        ids.close();
    }
}
