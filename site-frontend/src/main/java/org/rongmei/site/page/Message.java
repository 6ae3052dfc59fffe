// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

/** A page that has to say something instead of showing something. */
public record Message(int status, String heading, String text) {

    static final Message NOT_FOUND = new Message(404, "没有找到这个页面", "地址可能写错了，或者页面已经移走。");
    static final Message WHO = new Message(401, "预览只供编辑部使用", "请用编辑部的账号登录。");
    static final Message NOT_YOURS = new Message(403, "预览只供编辑部使用", "您的账号没有编辑部的角色。");
    static final Message GONE = new Message(410, "这篇稿件已经撤下", "您要看的内容不再提供。");
    static final Message BROKEN = new Message(500, "页面出错了", "我们已经记录下来，请稍后再试。");
    static final Message AWAY = new Message(503, "暂时取不到内容", "我们正在恢复，请过一会儿再来。");
}
