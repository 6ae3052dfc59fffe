// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.Intake;
import org.rongmei.article.section.SectionImport;
import org.rongmei.article.transfer.ImportItem.Place;
import org.rongmei.article.transfer.ImportItem.Story;
import org.rongmei.article.transfer.ImportItem.Unreadable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Takes items in, a chunk at a time: the articles, the lines of the report and the place are one commit. */
@ApplicationScoped
@Transactional
class ImportDesk {

    @Inject
    Imports imports;

    @Inject
    Intake intake;

    @Inject
    SectionImport sections;

    @Inject
    InstantSource clock;

    public void open(ImportJob job) {
        imports.add(job);
    }

    public Optional<ImportJob> find(long jobId) {
        return imports.find(jobId);
    }

    /**
     * @param from how many items were done when these were read: another node or an earlier try may be further
     * @return how many are done now
     */
    public long apply(long jobId, long from, List<ImportItem> items) {
        ImportJob job = imports.lock(jobId);
        if (job.done() != from || job.endedAt().isPresent()) {
            return job.done();
        }
        List<Story> stories = items.stream()
                .filter(Story.class::isInstance)
                .map(Story.class::cast)
                .toList();
        Intake.Present present = intake.present(
                stories.stream().map(Story::origin).toList(),
                stories.stream().map(Story::draft).toList());
        List<Long> published = new ArrayList<>();
        for (ImportItem item : items) {
            if (item instanceof Story story) {
                apply(job, story, present, published);
            } else if (item instanceof Place place) {
                apply(job, place);
            } else if (item instanceof Unreadable unreadable) {
                imports.write(
                        job, Outcome.REFUSED, unreadable.uri(), unreadable.title(), null, List.of(unreadable.why()));
            } else {
                throw new IllegalArgumentException("Pictures are taken in one by one: " + item.getClass());
            }
        }
        intake.tell(published, job.startedBy(), jobId);
        return job.done();
    }

    private void apply(ImportJob job, Story story, Intake.Present present, List<Long> published) {
        String uri = story.origin().uri();
        String title = story.draft().title();
        Optional<Long> before = present.find(uri);
        if (before.isPresent()) {
            imports.write(job, Outcome.KNOWN, uri, title, before.get(), List.of());
            return;
        }
        try {
            Intake.Taken taken = intake.take(story.draft(), story.origin(), present, job.startedBy());
            published.add(taken.id());
            List<Sentence> losses = new ArrayList<>(story.losses());
            losses.addAll(taken.losses());
            imports.write(job, losses.isEmpty() ? Outcome.TAKEN : Outcome.CHANGED, uri, title, taken.id(), losses);
        } catch (Problem refusal) {
            imports.write(job, Outcome.REFUSED, uri, title, null, List.of(why(refusal)));
        }
    }

    private void apply(ImportJob job, Place place) {
        try {
            boolean opened = sections.open(place.id(), place.path(), place.name(), place.position(), place.hidden());
            imports.write(job, opened ? Outcome.TAKEN : Outcome.KNOWN, place.path(), place.name(), null, List.of());
        } catch (Problem refusal) {
            imports.write(job, Outcome.REFUSED, place.path(), place.name(), null, List.of(why(refusal)));
        }
    }

    /** For what was done, or refused, outside of this: a picture, or an item that the database would not take. */
    public long report(long jobId, long from, Outcome outcome, @Nullable String uri, List<Sentence> details) {
        ImportJob job = imports.lock(jobId);
        if (job.done() == from && job.endedAt().isEmpty()) {
            imports.write(job, outcome, uri, null, null, details);
        }
        return job.done();
    }

    public void end(long jobId) {
        ImportJob job = imports.lock(jobId);
        if (job.endedAt().isEmpty()) {
            job.end(clock.instant());
        }
    }

    static Sentence why(Problem refusal) {
        return new Sentence(said(refusal, Locale.SIMPLIFIED_CHINESE), said(refusal, Locale.ENGLISH));
    }

    private static String said(Problem refusal, Locale language) {
        Problem.View view = refusal.view(language, "");
        if (view.errors() == null) {
            return view.detail();
        }
        return String.join(
                " ",
                view.errors().stream()
                        .map(error -> error.field() + ": " + error.message())
                        .toList());
    }
}
