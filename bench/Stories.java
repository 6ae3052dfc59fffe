// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Writes as many articles of about 2,000 Chinese characters as it is told to, as the import takes them: the same ones
 * every time. {@code java bench/Stories.java 200000 > stories.ndjson}
 */
class Stories {

    private static final String[] WORDS = ("梯田 稻谷 秋收 合作社 村民 镇里 道路 水渠 学校 老师 孩子 医院 公交 司机 茶园 茶农 苹果 果农 养蜂 蜂农 桥梁 工人 老街 居民"
                    + " 图书馆 读者 运动会 比赛 项目 资金 验收 服务 窗口 办理 时间 地点 天气 降温 防火 巡查 河长 水质 监测 数据 今年 去年 上午 下午 介绍 表示 组织 参加"
                    + " 完成 开展 推进 建设 提升 改造 计划 安排 群众 干部 党员 志愿者 活动 现场 记者 看到 了解 目前 预计 同比 增长 万元 亩产 公斤 公里")
            .split(" ");
    private static final String[] NAMES = "陆小满 田穗 钟亦安 贺长林 温晓棠 罗知微 沈砚秋 管清和 雷一诺 桑以南 申屠青 夏苇".split(" ");
    private static final String[] SECTIONS = "news news/towns culture livelihood".split(" ");
    private static final long NEWEST = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();
    private static final int PARAGRAPHS = 10;
    private static final int LENGTH = 200;

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            for (String section : SECTIONS) {
                writer.write("{\"path\":\"%s\",\"name\":\"%s\"}%n".formatted(section, section.replace('/', ' ')));
            }
            for (int number = 0; number < count; number++) {
                writer.write(story(number, new Random(number)));
            }
        }
    }

    private static String story(int number, Random random) {
        StringBuilder body = new StringBuilder();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            body.append("<p>").append(text(random, LENGTH)).append("。</p>");
        }
        return ("{\"uri\":\"bench:%d\",\"section\":\"%s\",\"title\":\"%s第%d号\",\"publishedAt\":\"%s\","
                        + "\"tags\":[\"%s\",\"%s\"],\"credits\":[{\"role\":\"记者\",\"name\":\"%s\"}],\"body\":\"%s\"}%n")
                .formatted(
                        number,
                        SECTIONS[random.nextInt(SECTIONS.length)],
                        text(random, 12),
                        number,
                        Instant.ofEpochSecond(NEWEST - number * 900L),
                        WORDS[number % WORDS.length],
                        "标签" + number % 500,
                        NAMES[random.nextInt(NAMES.length)],
                        body);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
            if (random.nextInt(8) == 0) {
                text.append('，');
            }
        }
        return text.toString();
    }
}
