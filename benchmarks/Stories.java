// SPDX-License-Identifier: Apache-2.0
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Writes as many articles of about 2,000 Chinese characters as it is told to, as the import takes them: the same ones
 * every time. {@code java benchmarks/Stories.java 200000 > stories.ndjson}
 */
class Stories {

    /** The trade's words come often, as in any news; the made ones after them rarer and rarer, as in any language. */
    private static final String[] WORDS = words(("梯田 稻谷 秋收 合作社 村民 镇里 道路 水渠 学校 老师 孩子 医院 公交 司机 茶园 茶农 苹果 果农 养蜂 蜂农 桥梁 工人 老街 居民"
                    + " 图书馆 读者 运动会 比赛 项目 资金 验收 服务 窗口 办理 时间 地点 天气 降温 防火 巡查 河长 水质 监测 数据 今年 去年 上午 下午 介绍 表示 组织 参加"
                    + " 完成 开展 推进 建设 提升 改造 计划 安排 群众 干部 党员 志愿者 活动 现场 记者 看到 了解 目前 预计 同比 增长 万元 亩产 公斤 公里")
            .split(" "));
    private static final String[] NAMES = "陆小满 田穗 钟亦安 贺长林 温晓棠 罗知微 沈砚秋 管清和 雷一诺 桑以南 申屠青 夏苇".split(" ");
    private static final String[] SECTIONS = "news news/towns culture livelihood".split(" ");
    private static final long NEWEST = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();
    private static final String PICTURE = "06k3r8vq00001";
    /** One article in so many. */
    private static final int ILLUSTRATED = 20;

    private static final int PARAGRAPHS = 10;
    private static final int LENGTH = 200;

    private static String[] words(String[] trade) {
        String characters = "天地人山水火土木金石田禾米竹草花鸟鱼虫马牛羊犬云雨风雪霜春夏秋冬东南西北中上下左右大小多少长短高低远近新旧明暗红黄蓝白黑青紫"
                + "父母子女兄弟师友民兵农工商学文史诗书画琴棋歌舞戏剧影视声光电力气能量温度速时日月年岁初元末始终前后内外门窗房屋楼台亭桥路道街巷城乡村镇县市省国家";
        List<String> all = new ArrayList<>(List.of(trade));
        for (int first = 0; first < characters.length(); first++) {
            for (int second = first % 5; second < characters.length(); second += 5) {
                all.add("" + characters.charAt(first) + characters.charAt(second));
            }
        }
        return all.toArray(String[]::new);
    }

    /** The nth word about as often as 1/n: Zipf's law. */
    private static String word(Random random) {
        return WORDS[(int) Math.exp(random.nextDouble() * Math.log(WORDS.length)) % WORDS.length];
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            for (String section : SECTIONS) {
                writer.write("{\"path\":\"%s\",\"name\":\"%s\"}%n".formatted(section, section.replace('/', ' ')));
            }
            writer.write("{\"id\":\"%s\",\"alt\":\"图\",\"pixels\":\"%s\"}%n".formatted(PICTURE, pixels()));
            for (int number = 0; number < count; number++) {
                writer.write(story(number, new Random(number)));
            }
        }
    }

    private static String pixels() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String story(int number, Random random) {
        StringBuilder body = new StringBuilder();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            body.append("<p>").append(text(random, LENGTH)).append("。</p>");
        }
        return ("{\"uri\":\"bench:%d\",\"section\":\"%s\",\"title\":\"%s第%d号\",\"publishedAt\":\"%s\","
                        + "%s\"tags\":[\"%s\",\"%s\"],\"credits\":[{\"role\":\"记者\",\"name\":\"%s\"}],\"body\":\"%s\"}%n")
                .formatted(
                        number,
                        SECTIONS[random.nextInt(SECTIONS.length)],
                        text(random, 12),
                        number,
                        Instant.ofEpochSecond(NEWEST - number * 900L),
                        number % ILLUSTRATED == 0 ? "\"images\":[{\"id\":\"" + PICTURE + "\"}]," : "",
                        word(random),
                        "标签" + number % 500,
                        NAMES[random.nextInt(NAMES.length)],
                        body);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(word(random));
            if (random.nextInt(8) == 0) {
                text.append('，');
            }
        }
        return text.toString();
    }
}
