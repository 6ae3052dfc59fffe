// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks two article-services the same and compares how long they take: one with few articles and one with many, both
 * loaded from {@link Stories}. Their turns alternate, so that whatever else the machine does falls on both.
 * {@code java benchmarks/Reading.java http://localhost:9180/content http://localhost:9280/content}
 */
class Reading {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 100;
    private static final int READINGS = 20_000;
    /** article-service remembers a ranking for ten seconds. */
    private static final int MEMORY_MILLIS = 10_200;

    private static final int COLD_ROUNDS = 8;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"/content([^\"]+)\"");

    private final String base;
    private final Random random = new Random(7);
    private final List<String> articles = new ArrayList<>();
    private String deep = "/articles";
    private long last;

    Reading(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Reading few = new Reading(arguments[0]);
        Reading many = new Reading(arguments[1]);
        few.prepare();
        many.prepare();
        System.out.printf("%-42s %9s %9s %7s%n", "median ms", "few", "many", "ratio");
        for (Map.Entry<String, String> kind : kinds().entrySet()) {
            double[] fewTimes = new double[ROUNDS];
            double[] manyTimes = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double one = few.millis(kind.getValue());
                double other = many.millis(kind.getValue());
                if (round >= 0) {
                    fewTimes[round] = one;
                    manyTimes[round] = other;
                }
            }
            tell(kind.getKey(), fewTimes, manyTimes);
        }
        for (String ranking : List.of("ranking of the day", "ranking of the month, section", "ranking of pictures")) {
            double[] fewTimes = new double[COLD_ROUNDS];
            double[] manyTimes = new double[COLD_ROUNDS];
            for (int round = 0; round < COLD_ROUNDS; round++) {
                Thread.sleep(MEMORY_MILLIS);
                fewTimes[round] = few.millis(kinds().get(ranking));
                manyTimes[round] = many.millis(kinds().get(ranking));
            }
            tell(ranking + ", made anew", fewTimes, manyTimes);
        }
    }

    private static void tell(String kind, double[] few, double[] many) {
        double one = median(few);
        double other = median(many);
        System.out.printf("%-42s %9.2f %9.2f %7.2f%n", kind, one, other, other / one);
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("list, first page", "/articles");
        kinds.put("list, 100 whole articles", "/articles?limit=100&fields=full");
        kinds.put("list of a section", "/articles?section=news");
        kinds.put("list of a tag", "/articles?tag=" + encoded("标签7"));
        kinds.put("list of an author", "/articles?author=" + encoded("田穗"));
        kinds.put("list, deep page", "DEEP");
        kinds.put("article", "ARTICLE");
        kinds.put("ranking of the day", "/rankings/most-read?window=day");
        kinds.put("ranking of the month, section", "/rankings/most-read?window=month&section=news");
        kinds.put("ranking of pictures", "/rankings/pictures");
        kinds.put("search: one article", "/search?q=" + encoded("第777号"));
        kinds.put("search: a name", "/search?q=" + encoded("申屠青"));
        kinds.put("search: two words", "/search?q=" + encoded("茶园 验收"));
        kinds.put("search: a phrase", "/search?q=" + encoded("合作社组织参加"));
        kinds.put("search: in a section and time", "/search?q=" + encoded("水渠") + "&section=culture&since=2026-10-25T00:00:00Z");
        kinds.put("changes, the last 100", "CHANGES");
        return kinds;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Finds articles of all ages and a page far down, and reads some of what it found. */
    private void prepare() throws IOException, InterruptedException {
        String page = "/articles?limit=100";
        for (int pages = 0; page != null && pages < 1_000; pages++) {
            String body = get(page);
            Matcher id = Pattern.compile("\"url\":\"[^\"]*/articles/([0-9a-z]{13})\"").matcher(body);
            while (id.find()) {
                articles.add(id.group(1));
            }
            deep = page;
            Matcher next = NEXT.matcher(body);
            page = next.find() ? next.group(1) : null;
        }
        deep = deep.replace("limit=100", "limit=20");
        Matcher head = Pattern.compile("\"last\":([0-9]+)").matcher(get("/changes?after=0&limit=1"));
        last = head.find() ? Long.parseLong(head.group(1)) : 0;
        for (int number = 0; number < READINGS; number++) {
            HttpRequest read = HttpRequest.newBuilder(URI.create(base + "/articles/" + anArticle() + "/views"))
                    .header("User-Agent", "Mozilla/5.0 reader " + random.nextInt(500))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            CLIENT.send(read, HttpResponse.BodyHandlers.discarding());
        }
        Thread.sleep(11_000); // until the readings are written down
        System.out.printf("%s: %d articles looked at, log at %d, deep page %s%n", base, articles.size(), last, deep);
    }

    private String anArticle() {
        return articles.get(random.nextInt(articles.size()));
    }

    private double millis(String kind) throws IOException, InterruptedException {
        String path = switch (kind) {
            case "DEEP" -> deep;
            case "ARTICLE" -> "/articles/" + anArticle();
            case "CHANGES" -> "/changes?limit=100&after=" + Math.max(0, last - 100);
            default -> kind;
        };
        long began = System.nanoTime();
        get(path);
        return (System.nanoTime() - began) / 1e6;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
