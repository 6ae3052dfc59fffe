// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller has to know, with a name for machines and a sentence for people. It leaves as
 * {@code application/problem+json} (RFC 9457).
 */
public class Problem extends RuntimeException {

    /** What concerns one field of the request. */
    public record FieldError(String field, String message) {}

    /** The body on the wire. */
    public record View(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable List<FieldError> errors) {}

    private record Complaint(String field, Sentence sentence) {}

    private final int status;
    private final String name;
    private final Sentence sentence;
    private final transient List<Complaint> complaints = new ArrayList<>();
    private @Nullable Duration retryAfter;

    /** The name is the last part of the stable URN, in kebab case: {@code article-not-found}. */
    public Problem(int status, String name, Sentence sentence) {
        super(sentence.english());
        this.status = status;
        this.name = name;
        this.sentence = sentence;
    }

    public static Problem badRequest(String field, Sentence sentence) {
        return new Problem(400, "bad-request", sentence).about(field, sentence);
    }

    public static Problem unprocessable(String field, Sentence sentence) {
        return new Problem(422, "invalid", sentence).about(field, sentence);
    }

    public Problem about(String field, Sentence complaint) {
        complaints.add(new Complaint(field, complaint));
        return this;
    }

    public Problem retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    public int status() {
        return status;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public View view(Locale language, String instance) {
        List<FieldError> errors = complaints.stream()
                .map(complaint ->
                        new FieldError(complaint.field(), complaint.sentence().in(language)))
                .toList();
        return new View(
                "urn:rongmei:problem:" + name,
                title(status).in(language),
                status,
                sentence.in(language),
                instance,
                errors.isEmpty() ? null : errors);
    }

    private static Sentence title(int status) {
        return switch (status) {
            case 400 -> Sentence.of("请求有误", "Bad request");
            case 401 -> Sentence.of("需要登录", "Credentials needed");
            case 403 -> Sentence.of("没有权限", "Not allowed");
            case 404 -> Sentence.of("没有找到", "Not found");
            case 405 -> Sentence.of("不支持这种操作", "Method not allowed");
            case 406 -> Sentence.of("没有可接受的格式", "Not acceptable");
            case 409 -> Sentence.of("与现状冲突", "Conflict");
            case 410 -> Sentence.of("已经撤下", "Gone");
            case 412 -> Sentence.of("版本已经改变", "Precondition failed");
            case 413 -> Sentence.of("内容太大", "Content too large");
            case 415 -> Sentence.of("不支持这种媒体类型", "Unsupported media type");
            case 422 -> Sentence.of("内容不合规则", "Unprocessable content");
            case 428 -> Sentence.of("缺少前提条件", "Precondition required");
            case 429 -> Sentence.of("请求太频繁", "Too many requests");
            case 503 -> Sentence.of("暂时不能服务", "Service unavailable");
            case 507 -> Sentence.of("存储空间不足", "Insufficient storage");
            default -> Sentence.of("出错了", "Something went wrong");
        };
    }
}
