// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** The page of an existing county site, by its facts: everything that is to be seen on it has its place on ours. */
@ExtendWith(Chromium.WhereItIs.class)
class ReferencePageIT {

    @TempDir
    Path data;

    @Test
    void everyElementOfTheReferencePageHasItsPlace() throws IOException {
        Map<String, String> settings =
                Map.of("RONGMEI_SITE_PAGER_ALWAYS", "true", "RONGMEI_SITE_BLOCK", "entertainment");
        try (Suite suite = Suite.allInOne(data, settings, "--site", "zhucheng");
                Playwright playwright = Playwright.create();
                Browser browser = Chromium.launch(playwright)) {
            open(suite, "news/zhucheng", "诸城");
            open(suite, "news/zhucheng/towns", "镇街部门");
            String article = publish(suite, """
                    {"section":"news/zhucheng/towns","title":"林家村镇2020年经济数据","subtitle":"——工业总产值12.2亿元",
                    "dateline":"本报讯","credits":[{"role":"记者","name":"张泽青"},{"role":"通讯员","name":"杨郭"}],
                    "editors":[{"role":"编辑","name":"李知晓"}],"source":{"name":"诸城新闻网"},
                    "body":"<p>工业总产值12.2亿元，营业收入15亿元。</p><p>地方财政收入7978万元。</p>"}
                    """, "{\"at\":\"2021-02-05T02:54:22Z\",\"reason\":\"补录\"}");
            String show = publish(suite, """
                    {"section":"entertainment","title":"花灯上街","images":[{"id":"%s"}],"body":"<p>灯亮了。</p>"}
                    """.formatted(picture(suite)), "{}");
            read(suite, show);

            try (Page page = browser.newPage()) {
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    page.navigate(suite.siteUrl() + article);
                    assertThat(page.locator("#most-read").count()).isEqualTo(1);
                    assertThat(page.locator("#pictures").count()).isEqualTo(1);
                    assertThat(page.locator("#chosen").count()).isEqualTo(1);
                });

                assertThat(text(page, ".breadcrumb")).isEqualTo("当前位置： 诸城新闻网 新闻 诸城 镇街部门 林家村镇2020年经济数据");
                assertThat(page.locator(".breadcrumb li")
                                .nth(1)
                                .evaluate("step => getComputedStyle(step, '::before').content")
                                .toString())
                        .contains(">");
                assertThat(text(page, "h1")).isEqualTo("林家村镇2020年经济数据");
                assertThat(text(page, ".subtitle")).isEqualTo("——工业总产值12.2亿元");
                assertThat(text(page, ".story header .meta")).isEqualTo("2021-02-05 10:54:22 来源： 诸城新闻网");
                assertThat(text(page, ".byline")).isEqualTo("本报讯（记者张泽青 通讯员杨郭）");
                assertThat(page.locator(".text p").count()).isEqualTo(2);
                assertThat(page.locator(".text p").first().evaluate("p => getComputedStyle(p).textIndent"))
                        .as("paragraphs are indented by style")
                        .isNotEqualTo("0px");
                assertThat(text(page, ".story .pager")).isEqualTo("1 条记录 1/1 页");
                assertThat(text(page, ".editors")).isEqualTo("编辑：李知晓");
                assertThat(text(page, "#most-read")).isEqualTo("新闻排行");
                assertThat(text(page, "#pictures")).isEqualTo("精彩热图");
                assertThat(text(page, "#chosen")).isEqualTo("娱乐");
                assertThat(text(page, "footer.imprint"))
                        .contains(
                                "关于我们",
                                "诸城新闻",
                                "娱乐新闻",
                                "网站公告",
                                "版权声明",
                                "设为首页",
                                "加入收藏",
                                "备案号：鲁ICP备2021025553号-1",
                                "主管：中共诸城市委宣传部",
                                "主办：诸城市融媒体中心",
                                "技术支持：诸城信息港",
                                "版权所有：诸城市融媒体中心",
                                "地址：诸城市和平街173号",
                                "邮编：262200",
                                "安全狗网站安全检测");
                for (String heading : page.locator("h1, h2, h3").allInnerTexts()) {
                    assertThat(heading).as("no heading is empty").isNotBlank();
                }
            }
        }
    }

    private static String text(Page page, String place) {
        return page.locator(place).first().innerText().strip().replaceAll("\\s+", " ");
    }

    private static void open(Suite suite, String path, String name) {
        Http.Answer opened = suite.content().as("chief-editor").put("/sections/" + path, "{\"name\":\"" + name + "\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }

    private static String picture(Suite suite) throws IOException {
        Path file = Path.of(System.getProperty("rongmei.root"), "sample/pictures/apple-orchard.jpg");
        return suite.content()
                .as("reporter")
                .upload("/media", Map.of("file", Files.readAllBytes(file), "alt", "花灯"))
                .json()
                .getString("id");
    }

    private static String publish(Suite suite, String article, String how) {
        Http.Answer drafted = suite.content().as("reporter").post("/articles", article);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String path = Newsroom.created(drafted);
        Reviewers.publish(suite.content(), path, how);
        return path;
    }

    private static void read(Suite suite, String path) {
        for (String reader : List.of("Mozilla/5.0 (X11; Linux)", "Mozilla/5.0 (Windows NT 10.0)")) {
            Http.Answer counted = suite.content().with("User-Agent", reader).post(path + "/views", "");
            assertThat(counted.status()).isEqualTo(204);
        }
    }
}
