// Made from apps/server/openapi.json by `npm run generate`.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录人及其岗位 · Who is signed in, with which posts */
        get: operations["Session_read"];
        put?: never;
        /** 登录 · Sign in */
        post: operations["Session_open"];
        /** 退出登录 · Sign out */
        delete: operations["Session_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 选择语言，也用于发给我的邮件 · Choose my language, which mails to me are written in, too */
        put: operations["Session_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 演示岗位：仅在演示启动时有内容 · As whom one may try a demo; empty on any other start */
        get: operations["Demo_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量办理前的逐件检查，不作更改 · What deciding many tasks together would come to, task by task; nothing is changed */
        post: operations["Batch_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量办理：同一结果和意见，不能办理的列明原因 · Decide many tasks with one outcome and comment; those that cannot be are left out, and why
         * @description Each is a decision of its own: one that is refused harms no other. Interrupted, it is carried on by sending it again with the same Idempotency-Key.
         */
        post: operations["Batch_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销整批办理（60 秒内，限本人）· Undo a batch of mine, within 60 seconds
         * @description Takes back each decision upon which nobody has acted, and says of the others why they stay. Tasks that a batch opens are there at once; its notices, signals and child cases wait until it cannot be undone any more, and go with what is undone. Interrupted, it is carried on by sending it again; twice has one effect.
         */
        post: operations["Batch_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 批量办理的结果 · The report of a batch of mine */
        get: operations["Batch_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的代理安排，以及我代理的人 · My absences and their deputies, and whose deputy I am */
        get: operations["Absence_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置或更改代理：某段时间、某些流程由他人代办 · Say who decides in my place, on which days and in which processes
         * @description The id is any UUID of your own; the same again changes what was said. It holds for tasks that are open already, too.
         */
        put: operations["Absence_put"];
        post?: never;
        /** 取消代理，或提前返回 · Take an absence back, or come back early */
        delete: operations["Absence_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/decided-for-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 他人代我办理的，最近的在前 · What deputies did in my name, the latest first */
        get: operations["Absence_decidedForMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某人的代理安排 · The absences of somebody I look after */
        get: operations["Absence_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 替他人设置代理 · Say who decides in the place of somebody I look after */
        put: operations["Absence_putFor"];
        post?: never;
        /** 替他人取消代理 · Take an absence of somebody I look after back */
        delete: operations["Absence_removeFor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/handover/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 离职交接预览：某人名下的待办、岗位、代理与会议，及交接的结果，不作更改 · Everything somebody has to do, and what handing it over would come to; nothing is changed */
        post: operations["Handover_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 离职交接：名下待办交由他人，不能交接的列明原因 · Hand over what is personally somebody’s; what cannot be is left out, and why
         * @description Each task by a command of its own in its case’s history. Refused as handover.outdated, with the difference, where the preview is not what it was. Interrupted, it is carried on by sending it again. Posts, absences and meetings are not changed.
         */
        post: operations["Handover_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某人的交接记录，最近的在前 · The hand-overs of somebody, the latest first */
        get: operations["Handover_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次交接的结果 · The report of a hand-over */
        get: operations["Handover_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的待办：按到达、到期或余裕先后，可筛选和查找 · My open tasks, by when they came, fall due or cannot wait any longer, with filters and search */
        get: operations["Task_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的已办，最近的在前，可筛选和查找 · Tasks I have decided, the latest first, with filters and search */
        get: operations["Task_decided"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办理任务所需的一切：申请、表单、可选结果及后续环节 · Everything needed to decide a task: its case, its form, what I may decide and what would follow */
        get: operations["Task_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理任务 · Decide a task */
        post: operations["Task_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拿回：后面的人处理之前，撤销自己的意见 · Take my decision back while nobody has acted upon it */
        post: operations["Task_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 暂存表单，不提交意见 · Save fields of the form without deciding */
        patch: operations["Task_save"];
        trace?: never;
    };
    "/api/tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收：岗位的任务归我办理，他人不再看到 · Claim a post’s task: it waits for nobody else */
        post: operations["TaskVerbs_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消签收：任务退回岗位；管理员可取消他人的签收，须说明理由 · Release a claimed task; an administrator releases others’, with a reason */
        post: operations["TaskVerbs_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转办：任务交由他人办理，须说明理由 · Transfer a task to somebody else, who does it from now on */
        post: operations["TaskVerbs_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/delegation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 委派：请他人答复，答复后任务回到我 · Delegate a question; when it is answered, the task is mine again */
        post: operations["TaskVerbs_delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复委派给我的任务 · Answer what was delegated to me */
        post: operations["TaskVerbs_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/signers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 加签：请他人在我之前、之后或与我一同签署 · Ask others to sign before me, after me, or beside me */
        post: operations["TaskVerbs_addSigners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/signers/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 减签：撤下尚未签署的加签人 · Take back those I asked to sign, unless they have */
        post: operations["Participants_removeSigners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回避：我不再办理这件申请 · Recuse myself: I do not decide this case any more */
        post: operations["Participants_recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/copied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 抄送给我的申请，最近的在前 · Cases that were copied to me or to a post I hold, the latest first */
        get: operations["Copy_copied"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 抄送：让其他人知悉并可查看 · Let others know of a case and read it */
        post: operations["Copy_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我发起的申请，最近的在前，可筛选和查找 · Cases I have started, the latest first, with filters and search */
        get: operations["Instance_started"];
        put?: never;
        /** 发起申请 · Start a case */
        post: operations["Instance_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件申请：表单、当前环节、我可做的、下一步由谁办 · One case: form, open steps, what I may do, who is next */
        get: operations["Instance_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/verbs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 除办理外我现在可做的操作 · What else I may do now, besides deciding */
        get: operations["Instance_verbs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程图：走过的、所在的和可能经过的环节 · The machine of a case: where it has been, stands, and may come */
        get: operations["Instance_graph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审批记录 · What happened, in order */
        get: operations["Instance_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 表单两个版本之间的改动 · What is different between two versions of the form */
        get: operations["Instance_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 重新验算审批记录的哈希链 · Reckon the hash chain of the history anew */
        get: operations["Instance_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回申请 · Withdraw my case */
        post: operations["Instance_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办：提醒当前办理人，每个环节24小时内一次 · Urge whoever has it now, a step once in 24 hours */
        post: operations["Instance_urge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 挂起：计时停止，恢复前只能留言 · Suspend a case: its clocks stop, and people can only comment */
        post: operations["Instance_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复：计时从停止处继续 · Resume a case: its clocks go on from where they stopped */
        post: operations["Instance_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补充材料：形成新的表单版本，并告知当前办理人 · Supplement the form while a step is open that takes it */
        post: operations["Instance_supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 留言 · Add a remark to the history */
        post: operations["Instance_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/jump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 跳转到指定环节（须先预览并二次确认） · Move a case to a step by hand, confirmed by the `expected` of its dry run */
        post: operations["Intervention_jump"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instances/{id}/termination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止申请（须先预览并二次确认） · End a case by hand, confirmed by the `expected` of its dry run */
        post: operations["Intervention_terminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 条款覆盖：哪些条款已由流程执行、哪些还没有 · Which clauses the processes in force carry out, and which none does
         * @description Of all processes in force and of what schools report; or of one process alone.
         */
        get: operations["Coverage_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布草稿，或提请他人发布 · Publish a draft, or propose it to somebody who may
         * @description Whoever may publish publishes, unless it takes two; whoever may only edit proposes. Refused while anything is wrong with the document, where a step would find nobody at some organisation, where it is nothing new, and where there is a version that was not seen.
         */
        post: operations["Publication_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待确认的发布 · What is proposed to be published */
        get: operations["Publication_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项待确认的发布 · A proposal, with its document */
        get: operations["Publication_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/proposals/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认发布（不能是提请人本人） · Publish what another has proposed */
        post: operations["Publication_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/proposals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意发布，或收回自己的提请 · Decline a proposal with a reason, or take one’s own back */
        post: operations["Publication_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所有流程及其版本 · Every process with its versions */
        get: operations["Version_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/second-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 哪些流程须双人发布 · Where publishing takes two */
        get: operations["Version_secondPerson"];
        /**
         * 设置双人发布；取消须另一人同意 · Have publishing take two, or not any more
         * @description To do without takes two as well: the first who asks for it is noted, and it holds until another asks too.
         */
        put: operations["Version_setSecondPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个流程的版本及在其上运行的事项数 · The versions of a process, and how many cases run on each */
        get: operations["Version_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的流程定义 · A version, with its document */
        get: operations["Version_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用一个版本或整个流程：不再发起新的，在办的继续 · No case begins on it any more; those that run go on */
        post: operations["Version_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/versions/{version}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复停用的版本 · Take a retirement back */
        post: operations["Version_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程草稿，最近改动的在前 · Drafts of definitions, the latest changed first */
        get: operations["DefinitionDraft_list"];
        put?: never;
        /** 新建流程草稿 · Begin a draft: from blank, a template, a published version, or a document */
        post: operations["DefinitionDraft_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份流程草稿 · A draft */
        get: operations["DefinitionDraft_read"];
        /**
         * 随改随存；不会覆盖他人的改动 · Save while working; nobody’s changes are overwritten
         * @description Any JSON object within the limits of a document is kept. One that somebody else has saved since is refused as 409 definition-draft.changed, with the draft as it is now under `current`.
         */
        put: operations["DefinitionDraft_save"];
        post?: never;
        /** 丢弃草稿 · Throw a draft away, if it is still the revision that was seen */
        delete: operations["DefinitionDraft_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 我正在看这份草稿；还有谁在看 · I have it open; who else has
         * @description Sent every twenty seconds or so while a draft is open. Who was not heard of for a minute has closed it.
         */
        post: operations["DefinitionDraft_attend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 检查草稿能否发布 · What is wrong with a draft as it is now */
        get: operations["DefinitionDraft_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 草稿上的批注 · What people say about places of a draft */
        get: operations["DefinitionDraft_comments"];
        put?: never;
        /** 批注 · Say something about a place of a draft */
        post: operations["DefinitionDraft_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 批注已处理，或重新打开 · Settle a comment, or open it again */
        put: operations["DefinitionDraft_settle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在办申请各在哪一版，及以往的迁移 · On which versions cases run, and the migrations so far, the latest first */
        get: operations["Migration_list"];
        put?: never;
        /**
         * 登记一次迁移：哪些申请、迁到哪一版、状态如何对应 · Put a migration down: which cases, onto which version, which state in the place of which
         * @description Nothing is moved yet: it is carried out by `run`, a slice at a time, until nothing of it waits.
         */
        post: operations["Migration_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 迁移预览：每件在办申请能否迁移到另一版本，为什么，不作更改 · What would become of each running case in another version; nothing is changed */
        post: operations["Migration_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations/preview/{instance}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一件申请迁移前后的任务和期限 · The tasks and deadlines of one case before and after */
        post: operations["Migration_previewCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次迁移的进度和结果 · How far a migration has come, and what became of each case */
        get: operations["Migration_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 迁移下一批，直至无待迁移的申请；中断后再次提交即可接着做 · Migrate the next cases; repeated until none waits, it carries on with what was interrupted */
        post: operations["Migration_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停止迁移，其余申请留在原版本 · Stop a migration: what waits stays on its version */
        post: operations["Migration_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/migrations/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销迁移：迁移后没有新办理的申请退回原版本 · Put cases back in which nothing has happened since; repeated until none is left */
        post: operations["Migration_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/surroundings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 检查流程定义所依据的登记库、岗位与日历 · What a definition is compiled and verified against: registers, posts, calendar
         * @description Everything a browser needs to find in a document what the server finds in it.
         */
        get: operations["Surroundings_surroundings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 新建流程可选的模板 · Templates a new process may be begun from */
        get: operations["Surroundings_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 若按另一版流程办理，已办结的申请会怎样 · How closed cases would have gone by another version, a draft or any document
         * @description Closed cases are told again, the latest first, some at a time; nothing is written. What a history does not say is marked.
         */
        post: operations["WhatIf_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可用的流程，以及我可在哪里发起 · The processes there are, and where I may start them */
        get: operations["Definition_list"];
        put?: never;
        /** 发布流程的新版本 · Publish a document as the next version of its process, in force at once */
        post: operations["Definition_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程定义的 JSON Schema · The JSON Schema of a workflow definition */
        get: operations["Definition_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程的现行版本 · The version of a process that is in force, or was last */
        get: operations["Definition_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 发起时填写的表单 · The form that a case is begun with, and what of it is the applicant’s */
        get: operations["Definition_startForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查流程定义，不发布 · What is wrong with a document, without publishing it */
        post: operations["Definition_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/assignability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 草稿的每个环节在各单位能否找到办理人 · The same of a draft as it stands
         * @description Refused as definition.faulty where the document does not compile: nobody can be found for what is no step.
         */
        get: operations["Assignability_ofDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/drafts/{id}/assignability/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 草稿在各单位各环节由谁办理 · Who would be asked by a draft, organisation by step */
        get: operations["Assignability_draftPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/proposals/{id}/assignability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待确认的发布能否在各单位找到办理人 · The same of what is proposed to be published */
        get: operations["Assignability_ofProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/assignability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每个单位的每个环节能否找到办理人 · Whether every step finds somebody, at every organisation that may start the process
         * @description Of the latest version, with who holds which post today: nobody, one person alone, the applicant, the same person twice.
         */
        get: operations["Assignability_assignability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/assignability/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各单位各环节由谁办理 · Who would be asked, organisation by step */
        get: operations["Assignability_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{key}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 办事指南 · What an applicant has to know of a process
         * @description Made from the latest published version, whenever it is asked for: it never says anything that does not run.
         */
        get: operations["Guide_guide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记库中可选的条目：证书、专业 · What a form field that refers to a register may hold: certificates, majors */
        get: operations["Register_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传文件，供意见或表单字段引用 · Upload a file, to be named in a decision or in a field of a form */
        post: operations["Attachment_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载文件 · Download a file */
        get: operations["Attachment_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始上传；中断后可续传 · Begin an upload that goes on after an interruption
         * @description As tus 1.0 says (tus.io): Upload-Length, and `filename` in Upload-Metadata. HEAD, PATCH and DELETE at the Location.
         */
        post: operations["Upload_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 全部到达后，成为可引用的文件 · Once all of it has come: an attachment, checked as any other */
        post: operations["Upload_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等待会议决定的任务，先到的在前 · What waits for a body, the oldest first */
        get: operations["Meeting_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个会议机构的历次会议，最近的在前 · A body’s meetings, the latest first */
        get: operations["Meeting_list"];
        put?: never;
        /** 召集会议：机构、届次、时间、议题截止、成员 · Open a meeting */
        post: operations["Meeting_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会议：成员、议程、结果、纪要 · A meeting: members, agenda, findings, minutes */
        get: operations["Meeting_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 登记应到与实到 · Say who belongs to it and who is there */
        put: operations["Meeting_setMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 列入议程 · Put tasks on the agenda: all of them, or none */
        post: operations["Meeting_putOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 调整议题次序 · Order the agenda */
        put: operations["Meeting_reorder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/items/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 记录一项议题：回避、票数、结果、纪要 · Record what the meeting came to on an item */
        put: operations["Meeting_record"];
        post?: never;
        /** 移出议程 · Take an item off the agenda */
        delete: operations["Meeting_takeOff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消会议，议题回到待议 · Cancel it; its items wait for another */
        post: operations["Meeting_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束会议：签发纪要，全部议题一并办理，或一项不办 · Close it: sign the minutes and carry out all of its items, or none
         * @description With dryRun=true it answers with what would become of each item; If-Match with its `expected` has it closed only if that is still so.
         */
        post: operations["Meeting_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事件流：与我有关的任务、申请和通知的变化，只含编号 · What concerns me as it happens: tasks, cases, notices, by their ids alone
         * @description An event stream (Server-Sent Events). `ready`: from here on everything is told. `news`: what changed. `reset`: too much has happened or it is too long ago (a day), read everything anew. `session-ended`: sign in again. Every event has an id; whoever comes back with the last as Last-Event-ID misses nothing.
         */
        get: operations["Event_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已存的列表视图：我的，以及共享给我的岗位的 · Saved views of lists: my own, and those shared with a post I hold */
        get: operations["View_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个视图，按网址打开 · One view, as a URL names it */
        get: operations["View_read"];
        /** 保存视图，可共享给我的一个岗位 · Save a view under an id of my own, shared with a post I hold if I like */
        put: operations["View_put"];
        post?: never;
        /** 删除我的视图 · Remove a view of mine */
        delete: operations["View_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我填了一半、尚未发起的申请 · Forms I have begun to fill in and not started a case with */
        get: operations["Draft_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/drafts/{definition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个流程的草稿 · My draft of a process */
        get: operations["Draft_read"];
        /**
         * 随填随存；两个窗口不会互相覆盖 · Save while typing; two windows do not overwrite each other
         * @description Whatever is typed is kept; it is checked when the case is started. A draft that another window has saved is refused as 409 draft.changed, with the draft as it is now under `current`.
         */
        put: operations["Draft_put"];
        post?: never;
        /** 丢弃草稿 · Throw a draft away */
        delete: operations["Draft_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查找申请：编号、标题（含证书）、学校，或拼音首字母 · Find cases by number, title, certificate, school, or pinyin initials
         * @description Within what I may see, the latest first. A case is found about a second after it began; #12 is the number alone.
         */
        get: operations["Search_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-up/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在办：按流程、环节和已等工作日统计 · What is open, by process, step, and working days since it came */
        get: operations["FollowUp_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-up/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逾期未办，逾期最久的在前 · What is overdue, the longest first */
        get: operations["FollowUp_stuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-up/on-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一段时间内各环节、各机构的按时办结率 · How much was decided in time in a period, by step and organisation */
        get: operations["FollowUp_onTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-up/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某个在办数字背后的清单，最早的在前 · The open tasks behind a number, the oldest first */
        get: operations["FollowUp_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-up/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某个办结数字背后的清单，最近的在前 · The decided tasks behind a number, the latest first */
        get: operations["FollowUp_decided"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/follow-up/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出 Excel：在办、逾期、按时率 · The same as an Excel workbook: what is open, overdue, in time */
        get: operations["FollowUp_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我所在机构的上级与下级 · The organisations above and below my posts, those above first */
        get: operations["Directory_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查找同事：转办、委派、加签、代理时选人 · Find colleagues, to hand a task to, to ask, or to name as a deputy */
        get: operations["Directory_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 岗位目录：名称与所在层级 · The posts there are, and at which level */
        get: operations["DirectoryAdministration_catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我管理的机构，含已撤销的 · The organisations I look after, those that are closed among them */
        get: operations["DirectoryAdministration_list"];
        put?: never;
        /** 设立机构 · Found an organisation */
        post: operations["DirectoryAdministration_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 机构更名 · Rename an organisation */
        put: operations["DirectoryAdministration_rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/organisations/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 撤销机构的预览：还有哪些没有了结 · What closing an organisation would come to */
        get: operations["DirectoryAdministration_outlook"];
        put?: never;
        /** 撤销机构；还有未办结的任务、下级机构或在任岗位时不能撤销 · Close an organisation, unless something is left in it */
        post: operations["DirectoryAdministration_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我管理的人员，含账号与任职，至多 200 人 · The people I look after, with their accounts and posts: 200 at most */
        get: operations["DirectoryPeople_list"];
        put?: never;
        /** 新增人员，给出一次性密码 · Add somebody with a first post; they get a one-time password */
        post: operations["DirectoryPeople_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个人的账号与任职 · Somebody’s account and posts */
        get: operations["DirectoryPeople_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用账号，并结束其全部登录 · Lock an account, and end its sessions */
        post: operations["DirectoryPeople_lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复账号 · Open an account again */
        post: operations["DirectoryPeople_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束其全部登录 · End every session of theirs */
        post: operations["DirectoryPeople_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置为一次性密码 · Give them a one-time password */
        post: operations["DirectoryPeople_renewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任命岗位，自某日起 · Give somebody a post, from a day on */
        post: operations["DirectoryPeople_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/people/{id}/posts/{holding}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 结束任职的预览：会有多少任务无人办理 · What ending a post would come to */
        get: operations["DirectoryPeople_outlook"];
        put?: never;
        /**
         * 结束任职；有任务将无人办理时不能结束，先办离职交接 · End a post, unless work would be left behind: hand that over first
         * @description A last day that is yet to come is always possible: until then there is time to hand over.
         */
        post: operations["DirectoryPeople_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的通知，最新的在前，及未读数 · My notices, the newest first, and how many are unread */
        get: operations["Notice_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读 · Mark notices as read */
        post: operations["Notice_markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的通知设置 · How I am told */
        get: operations["NoticeSettings_read"];
        /** 更改我的通知设置 · Change how I am told */
        put: operations["NoticeSettings_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各机构的消息通道（Webhook） · The webhooks of organisations */
        get: operations["Channel_list"];
        put?: never;
        /** 添加消息通道 · Add a webhook */
        post: operations["Channel_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更改消息通道 · Change a webhook */
        put: operations["Channel_change"];
        post?: never;
        /** 删除消息通道 · Remove a webhook */
        delete: operations["Channel_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送测试消息 · Send a test message */
        post: operations["Channel_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 邮件与消息的发送情况，最新的 200 条 · What became of mails and messages, the newest 200 */
        get: operations["Delivery_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新发送 · Have it tried again */
        post: operations["Delivery_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统无法自行处理的异常，最早的在前 · What the system could not do by itself, the oldest first */
        get: operations["Incident_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重试 · Have it tried again */
        post: operations["Incident_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有哪些年份的法定节假日安排；缺少的予以警告 · The years there are official lists of, with a warning for those that are missing */
        get: operations["Calendar_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的工作日历：与星期不同的日子、出处与更正记录 · A year of the working calendar: the days that differ, their sources, what was corrected */
        get: operations["Calendar_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 更正某一天 · Correct a day
         * @description Holds from the next due time that is reckoned, on every server within about a second; what was reckoned stays.
         */
        put: operations["Calendar_correct"];
        post?: never;
        /** 撤销更正，恢复随系统提供的日历 · Take a correction back: what came with the software holds again */
        delete: operations["Calendar_restore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入国务院办公厅公布的全年节假日安排 · Import a whole year as the State Council published it
         * @description Afterwards the year is exactly this list, and counts as published; earlier corrections of the year give way to it. With dryRun=true it answers with what that would come to, and nothing changes.
         */
        post: operations["Calendar_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的申报窗口；印发的日期遇休息日时提示 · The application windows of a year, with a warning where a printed day is a rest day */
        get: operations["Window_list"];
        /**
         * 录入当年通知的申报窗口 · Enter the windows of a year’s notice
         * @description Windows that have closed stay as they were, and one that is open keeps its first day. Holds for whatever is asked from then on, on every server within about a second; due times that were reckoned stay.
         */
        put: operations["Window_enter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{year}/windows/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销录入，恢复随系统提供的窗口 · Take the entry back: what came with the software holds again */
        post: operations["Window_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 管理员操作记录，最近的在前，不可更改 · What administrators did, the latest first; it is never changed
         * @description Moving, ending, suspending and resuming cases, incidents tried again, tasks handed on, hand-overs, calendar, webhooks, publishing, turning the clock.
         */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/histories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逐件重新验算审批记录的哈希链，先发起的在前 · Reckon the hash chains of many cases anew, a page at a time, the first begun first */
        get: operations["History_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统时钟：现在几点、能否拨动、还有多少事项到期未办 · The clock: what time it is, whether it can be turned, what is due and not done */
        get: operations["Clock_read"];
        put?: never;
        /**
         * 拨动时钟（仅演示与测试） · Turn the clock, in demonstrations and tests only
         * @description Everything due by then happens within seconds. Sessions and locks go by the real time and are not touched.
         */
        post: operations["Clock_turn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 定时器：待触发、已逾期、最近一小时的延迟与唤醒队列 · Timers: armed, overdue, how late they were in the last hour, and the queue that wakes them */
        get: operations["Timer_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务队列：等待、进行中、定时与失败的件数 · Queues: how much waits, is under way, has a time, has failed */
        get: operations["Queue_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 学校的报送日历 · What a school has to report, and what has become of it */
        get: operations["Report_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一期报送：表单、内容、经过 · One report: form, content, what happened */
        get: operations["Report_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 暂存 · Save a draft */
        put: operations["Report_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报送；逾期为补报 · File it, in time or late */
        post: operations["Report_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核，或退回并给出补正期限 · Accept it, or return it with time to file it again */
        post: operations["Report_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/exemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 准予免报，也可事后 · Excuse the school from it, also long after */
        post: operations["Report_exempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对漏报或进展认定提出申诉 · Appeal against a miss or a finding */
        post: operations["Report_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/appeal/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理申诉 · Decide the appeal */
        post: operations["Report_decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记已传国家平台 · Note that it was uploaded to the national platform (R-AH24-20) */
        post: operations["Report_markUploaded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/monitoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对照平台审核结果监测 · Compare it with the platform’s results (R-AH24-21) */
        post: operations["Report_monitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/reports/{report}/{period}/finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认定进展缓慢或正常 · Find progress slow or normal (R-AH24-21) */
        post: operations["Report_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 学校 × 期次的报送一览 · School by period */
        get: operations["Standing_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各校的报送情况与事由 · How every school stands, and why */
        get: operations["Standing_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一所学校的报送情况与依据 · How a school stands, and what that rests on */
        get: operations["Standing_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/violations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记管理漏洞或经费违规 · Put lax management or irregular funds on record (R-HB20-20) */
        post: operations["Standing_violation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schools/{school}/participation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 学校参与试点的登记 · A school’s part in the pilot */
        get: operations["Standing_participation"];
        /** 登记学校参与试点的起止、暂停与报送制度 · Say since when, until when and by which scheme a school takes part */
        put: operations["Standing_participate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报送制度：各省要求学校报送什么、何时、缺报的后果 · What provinces have their schools report, when, and what follows from misses */
        get: operations["Scheme_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-schemes/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改报送制度 · Change what schools report, and when
         * @description From a day on that is still to come: the period it lies in runs to its end first, so that nothing that was told a school is altered.
         */
        put: operations["Scheme_amend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-schemes/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预览修改的结果 · What a change would come to; nothing is changed */
        post: operations["Scheme_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-schemes/{key}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销尚未施行的修改 · Take a change back that is still to come */
        post: operations["Scheme_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description A sentence in the caller’s language that says what to do. */
            detail: string;
            /** @description Stable; for programs. */
            code: string;
            rules?: {
                rule: string;
                message: string;
            }[];
            fields?: {
                /** @description JSON Pointer. */
                path: string;
                code: string;
                message: string;
            }[];
            problems?: {
                code: string;
                pointer: string;
                message: string;
            }[];
            /** @description The items that keep a meeting from being closed. */
            readonly items?: {
                task: string;
                paragraph: number;
                title: string;
                code: string;
                detail: string;
            }[];
            /** @description Items of a list of what is to be mended that nothing was said to. */
            readonly deficiencies?: {
                number: number;
                text: string;
            }[];
            /** @description The case as it is now, where the request was made on an older view of it. */
            current?: unknown;
            /** @description Of command.outdated: which parts of the preview differ, what has happened since, and the preview as it is now. */
            difference?: unknown;
        };
        SignIn: {
            account: string;
            password: string;
            /** @description Chosen at the first sign-in with a one-time password; refused as sign-in.password-one-time without it. */
            newPassword?: string;
        };
        Session: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                account: string;
            };
            /**
             * @description In which the person reads and is written to.
             * @enum {string}
             */
            language: "zh-CN" | "en";
            readonly posts: {
                key: string;
                title: components["schemas"]["Text"];
                organisation: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                /** @description What this post allows, at its organisation and below. */
                readonly permissions: string[];
                /** @description What of the console one sees by this post alone. */
                readonly areas: ("workbench" | "tasks" | "cases" | "meetings" | "reports" | "follow-up" | "monitoring" | "definitions" | "organisations" | "system")[];
                /** @description Whether this is a body whose meetings decide something: I am its secretary. */
                isBody: boolean;
            }[];
            /** @description What of the console one sees, in the order of its rail. */
            readonly areas: ("workbench" | "tasks" | "cases" | "meetings" | "reports" | "follow-up" | "monitoring" | "definitions" | "organisations" | "system")[];
            /** @description What these posts allow somewhere in the tree. */
            readonly permissions: string[];
            /**
             * Format: date-time
             * @description What time it is for the server; a demonstration may be elsewhere than the calendar on the wall.
             */
            present: string;
            /** @description To be sent as X-CSRF-Token with every request that changes something. */
            csrfToken: string;
        };
        Text: {
            zh: string;
            en?: string;
        };
        LanguageChoice: {
            /** @enum {string} */
            language: "zh-CN" | "en";
        };
        /** @description As whom one may try the system; nobody, unless it was started as a demo. */
        Demo: {
            /** @description Everybody’s. */
            password?: string;
            readonly people: {
                account: string;
                post: components["schemas"]["Text"];
                organisation: string;
                /** @description The school or office it belongs to. */
                house: string;
                /** @description One of those by whom a case is played from end to end. */
                isSuggested: boolean;
            }[];
        };
        Batch: {
            /** @description 1 to 200 tasks, each once. */
            tasks: {
                id: string;
                /** @description The version of the form that was on the screen. */
                formVersion: number;
            }[];
            outcome: string;
            comment?: string;
        };
        /** @description What deciding these tasks together would come to now, in their order. */
        BatchOutlook: {
            possible: number;
            leftOut: number;
            readonly tasks: {
                task: string;
                title?: components["schemas"]["Text"];
                step?: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                /** @description Why it is left out; absent when it is not. */
                refusal?: components["schemas"]["Problem"];
            }[];
        };
        /** @description What became of each task, in the order of the request. */
        BatchReport: {
            /** @description Under which the report is read again. */
            id: string;
            outcome: string;
            comment?: string;
            /** Format: date-time */
            decidedAt: string;
            decided: number;
            leftOut: number;
            /**
             * Format: date-time
             * @description Until then it may be undone as a whole; absent where nothing was decided.
             */
            undoUntil?: string;
            /** @description Once it was undone. */
            undo?: {
                /** Format: date-time */
                at: string;
                undone: number;
                /** @description How many stay decided. */
                kept: number;
            };
            readonly tasks: {
                task: string;
                title?: components["schemas"]["Text"];
                /** @description The history row of its case that it was decided by. */
                sequence?: number;
                /** @description Why it is left out; absent when it is not. */
                refusal?: components["schemas"]["Problem"];
                undo?: {
                    /** @description The history row that took it back. */
                    sequence?: number;
                    /** @description Why it stays decided. */
                    refusal?: components["schemas"]["Problem"];
                };
            }[];
        };
        Absences: {
            readonly items: components["schemas"]["Absence"][];
            /** @description Those of others whose deputy I am, today or later. */
            readonly representing: components["schemas"]["Absence"][];
        };
        Absence: {
            id: string;
            person: {
                id: string;
                name: string;
            };
            deputy: {
                id: string;
                name: string;
            };
            firstDay: string;
            lastDay: string;
            readonly definitions?: string[];
            reason?: string;
        };
        AbsenceRequest: {
            /**
             * Format: uuid
             * @description Id of the person who decides meanwhile.
             */
            deputy: string;
            /**
             * Format: date
             * @description Such as 2026-03-02, by the business zone; both days are within it.
             */
            firstDay: string;
            /**
             * Format: date
             * @description Such as 2026-03-02, by the business zone; both days are within it.
             */
            lastDay: string;
            /** @description Only for these processes, by their keys. */
            definitions?: string[];
            reason?: string;
        };
        DoneForMePage: {
            readonly items: {
                instance: string;
                title: components["schemas"]["Text"];
                definition: {
                    key: string;
                    version: number;
                    title: components["schemas"]["Text"];
                };
                step?: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                task?: string;
                kind: string;
                outcome?: string;
                comment?: string;
                /** @description The deputy. */
                by: {
                    id: string;
                    name: string;
                };
                /** Format: date-time */
                at: string;
            }[];
            next?: string;
        };
        AbsenceList: {
            readonly items: components["schemas"]["Absence"][];
        };
        Succession: {
            /**
             * Format: uuid
             * @description Id of the person to whom everything goes that goes to nobody else.
             */
            successor: string;
            /** @description Successors for single processes, by their keys. */
            byDefinition?: {
                [key: string]: string;
            };
            /** @description Successors for single tasks, by their ids. */
            byTask?: {
                [key: string]: string;
            };
            /**
             * @description What becomes of a post’s task that the person has claimed: its post’s again (`release`), or the successor’s.
             * @enum {string}
             */
            claimed?: "release" | "transfer";
        };
        HandoverPreview: {
            person: {
                id: string;
                name: string;
            };
            /** @description To be sent as If-Match with the hand-over itself. */
            expected: string;
            possible: number;
            leftOut: number;
            /** @description Tasks of theirs in organisations where the caller may hand on nothing. */
            elsewhere: number;
            /** @description Whether there are more than the 500 that are handed over in one go. */
            hasMore: boolean;
            readonly tasks: {
                id: string;
                instance: string;
                title: components["schemas"]["Text"];
                definition: {
                    key: string;
                    version: number;
                    title: components["schemas"]["Text"];
                };
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                dueAt?: string;
                /**
                 * Format: date-time
                 * @description When the case moves on without it.
                 */
                limitAt?: string;
                isClaimed?: boolean;
                /** @description They applied themselves, and the case waits for them. */
                isOwnCase?: boolean;
                /** @description Absent where it goes back to its post. */
                successor?: {
                    id: string;
                    name: string;
                };
                refusal?: components["schemas"]["Problem"];
            }[];
            /** @description They are not ended by a hand-over. */
            readonly posts: {
                post: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                organisation: {
                    id: string;
                    name: string;
                };
                firstDay: string;
                lastDay?: string;
            }[];
            readonly absences: {
                id: string;
                person: {
                    id: string;
                    name: string;
                };
                deputy: {
                    id: string;
                    name: string;
                };
                firstDay: string;
                lastDay: string;
            }[];
            /** @description Open meetings that they opened or belong to; any secretary of the body goes on with them. */
            readonly meetings: {
                id: string;
                body: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                number: string;
                /** Format: date-time */
                heldAt: string;
                items: number;
            }[];
        };
        Handover: {
            /**
             * Format: uuid
             * @description Id of the person to whom everything goes that goes to nobody else.
             */
            successor: string;
            /** @description Successors for single processes, by their keys. */
            byDefinition?: {
                [key: string]: string;
            };
            /** @description Successors for single tasks, by their ids. */
            byTask?: {
                [key: string]: string;
            };
            /**
             * @description What becomes of a post’s task that the person has claimed: its post’s again (`release`), or the successor’s.
             * @enum {string}
             */
            claimed?: "release" | "transfer";
            /** @description Why; it is kept in the history of each case. */
            comment: string;
        };
        /** @description What became of each task, in the order of the preview. */
        HandoverReport: {
            id: string;
            handedBy: {
                id: string;
                name: string;
            };
            comment: string;
            /** Format: date-time */
            begunAt: string;
            /**
             * Format: date-time
             * @description Absent while it is being done, or was interrupted.
             */
            finishedAt?: string;
            handed: number;
            leftOut: number;
            readonly tasks: {
                task: string;
                title?: components["schemas"]["Text"];
                successor?: {
                    id: string;
                    name: string;
                };
                /** @description The history row of its case. */
                sequence?: number;
                refusal?: components["schemas"]["Problem"];
            }[];
        };
        HandoverList: {
            readonly items: {
                id: string;
                handedBy: {
                    id: string;
                    name: string;
                };
                comment: string;
                /** Format: date-time */
                begunAt: string;
                /**
                 * Format: date-time
                 * @description Absent while it is being done, or was interrupted.
                 */
                finishedAt?: string;
            }[];
        };
        Inbox: {
            readonly items: components["schemas"]["WaitingTask"][];
            next?: string;
            /** @description How many there are in all under these filters; counting stops at 1000. */
            total: number;
            /** @description False when counting stopped: there are more than `total`. */
            isTotalExact: boolean;
        };
        WaitingTask: {
            id: string;
            instance: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            step: {
                path: string;
                title: components["schemas"]["Text"];
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt?: string;
            /**
             * Format: date-time
             * @description When the case moves on without it.
             */
            limitAt?: string;
            /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
            workingDaysLeft?: number;
            /**
             * @description I have claimed it, so that it waits for nobody else.
             * @enum {boolean}
             */
            isClaimed?: true;
            number: string;
            /** @description The school of the case; where there is none above it, its organisation. */
            place?: {
                id: string;
                name: string;
            };
            /** @description Through which post it came; absent where it is addressed to a person. */
            post?: {
                key: string;
                title: components["schemas"]["Text"];
            };
        };
        DecidedPage: {
            readonly items: components["schemas"]["DecidedTask"][];
            next?: string;
            /** @description How many there are in all under these filters; counting stops at 1000. */
            total: number;
            /** @description False when counting stopped: there are more than `total`. */
            isTotalExact: boolean;
        };
        DecidedTask: {
            id: string;
            instance: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            step: {
                path: string;
                title: components["schemas"]["Text"];
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt?: string;
            /**
             * Format: date-time
             * @description When the case moves on without it.
             */
            limitAt?: string;
            /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
            workingDaysLeft?: number;
            /**
             * @description I have claimed it, so that it waits for nobody else.
             * @enum {boolean}
             */
            isClaimed?: true;
            number: string;
            /** @description The school of the case; where there is none above it, its organisation. */
            place?: {
                id: string;
                name: string;
            };
            /** @description Through which post it came; absent where it is addressed to a person. */
            post?: {
                key: string;
                title: components["schemas"]["Text"];
            };
            outcome: string;
            /** Format: date-time */
            decidedAt: string;
        };
        /** @description A case as the caller may see it. */
        Instance: {
            id: string;
            /** @description The case number, as people quote it. */
            number: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            isFinished: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
            isSuspended: boolean;
            organisation: {
                id: string;
                name: string;
            };
            /** @description Absent where the system began the case. */
            applicant?: {
                id: string;
                name: string;
            };
            sequence: number;
            form: {
                version: number;
                schema: unknown;
                ui?: unknown;
                readonly fields: {
                    [key: string]: unknown;
                };
                /** @description Fields that do not apply to what is filled in. */
                readonly absent?: string[];
            };
            readonly steps: components["schemas"]["OpenStep"][];
            /** @description What meetings have decided of it, the oldest first. */
            readonly paragraphs: components["schemas"]["CaseParagraph"][];
            readonly returned: components["schemas"]["Returned"][];
            /** @description 结转: steps that passed by themselves after the last return, with what these people had approved before it. */
            readonly carried: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                readonly people: components["schemas"]["Assignee"][];
            }[];
            /** @description The case that it was begun for. */
            parent?: {
                id: string;
                title: components["schemas"]["Text"];
                readonly states: {
                    path: string;
                    title: components["schemas"]["Text"];
                }[];
                isFinished: boolean;
                child: number;
            };
            /** @description The cases it has asked for. */
            readonly children: {
                number: number;
                askedBy: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                definition: string;
                instance?: components["schemas"]["RelatedInstance"];
                isAwaited: boolean;
                /** @description It could not be begun, or its end not be taken: an incident says why. */
                isHeld: boolean;
            }[];
            /** @description The webhooks it has called. */
            readonly calls: {
                number: number;
                askedBy: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                /** @description The key of the webhook. */
                to: string;
                /** @enum {string} */
                status: "queued" | "failed" | "answered" | "given-up" | "cancelled";
                attempts: number;
                /** @description What the last attempt failed with. */
                error?: string;
                /** Format: date-time */
                askedAt: string;
            }[];
            readonly myTasks: components["schemas"]["OwnTask"][];
            mayWithdraw: boolean;
            /** @description My own decisions that I may take back, by their tasks. */
            readonly mayTakeBack: string[];
        };
        OpenStep: {
            path: string;
            title: components["schemas"]["Text"];
            visit: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt?: string;
            /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
            workingDaysLeft?: number;
            policy: string;
            isHeld: boolean;
            readonly tasks: {
                id: string;
                assignee: components["schemas"]["Assignee"];
                outcome?: string;
                claimedBy?: {
                    id: string;
                    name: string;
                };
                delegatedBy?: {
                    id: string;
                    name: string;
                };
                addedBy?: {
                    id: string;
                    name: string;
                };
                /** @description Its assignee was not asked again: what they approved in this step was counted. */
                earlier?: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
            }[];
            /** @description Who waits for others to sign, before they decide or after they have. */
            readonly signing: {
                /** @enum {string} */
                place: "before" | "after";
                policy: string;
                assignee: components["schemas"]["Assignee"];
                readonly tasks: string[];
            }[];
        };
        Assignee: {
            person?: {
                id: string;
                name: string;
            };
            post?: {
                key: string;
                title: components["schemas"]["Text"];
            };
            organisation?: string;
        };
        /** @description What a meeting’s minutes say of a case. */
        CaseParagraph: {
            meeting: string;
            body: {
                key: string;
                title: components["schemas"]["Text"];
            };
            number: string;
            paragraph: number;
            /** Format: date-time */
            heldAt: string;
            step: {
                path: string;
                title: components["schemas"]["Text"];
            };
            /** @enum {string} */
            outcome: "passed" | "passed-with-conditions" | "deferred" | "not-passed";
            text: string;
            conditions?: string;
            sequence: number;
        };
        /** @description 退回与补正清单: a step has sent the case back, and has not passed it since. */
        Returned: {
            from: {
                path: string;
                title: components["schemas"]["Text"];
            };
            to: {
                path: string;
                title: components["schemas"]["Text"];
            };
            isAnswered: boolean;
            /** @description What was on the table then: `from` of the comparison of versions. */
            formVersion: number;
            /** @description Fields that have been written since. */
            readonly changed: {
                field: string;
                title: components["schemas"]["Text"];
            }[];
            readonly items: components["schemas"]["DeficiencyItem"][];
        };
        /** @description 补正: one thing to be mended, and what became of it. */
        DeficiencyItem: {
            number: number;
            /** @description Those of its fields that I may see; none where it is about the case as a whole. */
            readonly fields: {
                field: string;
                title: components["schemas"]["Text"];
            }[];
            text: string;
            /** Format: date-time */
            dueAt?: string;
            /** @description What was said to it. */
            note?: string;
            /** @description Which of its fields were changed; absent until it is answered. */
            readonly changed?: {
                field: string;
                title: components["schemas"]["Text"];
            }[];
        };
        /** @description A case beside the one that is read; whether the caller may read it is another matter. */
        RelatedInstance: {
            id: string;
            title: components["schemas"]["Text"];
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            isFinished: boolean;
        };
        OwnTask: {
            id: string;
            step: {
                path: string;
                title: components["schemas"]["Text"];
            };
            /** Format: date-time */
            dueAt?: string;
            /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
            workingDaysLeft?: number;
            readonly access: {
                [key: string]: "hidden" | "read" | "write" | "required";
            };
            readonly choices: components["schemas"]["Choice"][];
            /**
             * @description It was delegated to me: an answer is wanted, and no decision.
             * @enum {boolean}
             */
            isForAnswer?: true;
            /** @description 补正清单: what is still to be answered before it can be submitted again. */
            readonly toMend?: components["schemas"]["DeficiencyItem"][];
            /** @description What is different since this step sent the case back. */
            sinceReturn?: {
                /** @description What was on the table then: `from` of the comparison of versions. */
                formVersion: number;
                /** @description Fields that have been written since. */
                readonly changed: {
                    field: string;
                    title: components["schemas"]["Text"];
                }[];
                readonly items: components["schemas"]["DeficiencyItem"][];
            };
        };
        /** @description A decision the task allows, and what would follow from it now. */
        Choice: {
            outcome: string;
            title: components["schemas"]["Text"];
            kind: string;
            isCommentRequired: boolean;
            readonly returnTo?: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly next: {
                path: string;
                title: components["schemas"]["Text"];
                readonly assignees: components["schemas"]["Assignee"][];
            }[];
            obstacle?: {
                code: string;
                readonly rules?: {
                    rule: string;
                    message: components["schemas"]["Text"];
                }[];
                readonly fields?: {
                    path: string;
                    code: string;
                    expected?: string | number;
                }[];
            };
        };
        Decision: {
            outcome: string;
            /** @description The version of the form that was on the screen. */
            formVersion: number;
            comment?: string;
            /** @description Changed fields of the form; null empties one. */
            fields?: {
                [key: string]: components["schemas"]["Json"];
            };
            /** @description Ids of uploaded files. */
            attachments?: string[];
            /** @description Under `return`: the earlier step. */
            returnTo?: string;
            /** @description 补正清单: with a return, what is to be mended. */
            items?: {
                /** @description The fields it is about; without them the case as a whole. */
                fields?: string[];
                text: string;
                /** Format: date-time */
                dueAt?: string;
            }[];
            /** @description What I say to the items of `toMend`; where a field of an item is changed, nothing has to be said. */
            answers?: {
                item: number;
                note: string;
            }[];
        };
        Json: (null) | boolean | number | string | components["schemas"]["Json"][] | {
            [key: string]: components["schemas"]["Json"];
        };
        /** @description What was done, and on disk when this was sent. */
        CommandRecord: {
            instance: string;
            /** @description The history row it was written down as. */
            sequence: number;
            /** Format: date-time */
            at: string;
            readonly states: string[];
            formVersion: number;
            /** @description What the step came to; absent while it waits for others. */
            settled?: string;
            hash: string;
        };
        /** @description What a command would do. Nothing was done. */
        Preview: {
            /** @description To be sent as If-Match with the command itself. */
            expected: string;
            /** @description The last history row there is; 0 before the beginning. */
            sequence: number;
            /** @description Where the case would stand. */
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            isFinished: boolean;
            /** @description Steps that would be left. */
            readonly left: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly entered: {
                path: string;
                title: components["schemas"]["Text"];
                /** Format: date-time */
                dueAt?: string;
                isHeld: boolean;
            }[];
            readonly asked: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                assignee: components["schemas"]["Assignee"];
                /** Format: date-time */
                dueAt?: string;
            }[];
            /** @description Open tasks that would be closed undecided, those of sibling branches included. */
            readonly cancelled: {
                id?: string;
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                assignee: components["schemas"]["Assignee"];
                because: string;
            }[];
            readonly timersSet: components["schemas"]["PreviewedTimer"][];
            readonly timersCleared: components["schemas"]["PreviewedTimer"][];
            readonly dues: {
                id: string;
                /** Format: date-time */
                dueAt: string;
            }[];
            readonly notices: {
                readonly to: components["schemas"]["Assignee"][];
                kind: string;
                message: components["schemas"]["Text"];
            }[];
            readonly signals: {
                instance: string;
                signal: string;
            }[];
            /** @description Child cases that would begin, by the keys of their definitions. */
            readonly childrenStarted: {
                definition: string;
                count: number;
            }[];
            /** @description How many child cases would be ended. */
            childrenEnded: number;
            /** @description Keys of the webhooks that would be called. */
            readonly calls: string[];
            /** @description Steps that would pass by themselves: for want of people, or by what these people had approved before. */
            readonly passed: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                /** @enum {string} */
                because: "skipped" | "approved-earlier" | "carried";
                readonly people: components["schemas"]["Assignee"][];
            }[];
            /** @description Calculated fields of the form as they would be, without what any step hides. */
            readonly calculated: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        PreviewedTimer: {
            /** @enum {string} */
            kind: "delay" | "remind" | "escalate";
            step?: {
                path: string;
                title: components["schemas"]["Text"];
            };
            name: string;
            /** Format: date-time */
            dueAt: string;
        };
        TakeBack: {
            comment?: string;
        };
        FormChange: {
            formVersion: number;
            fields: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        Release: {
            /** @description Needed where another has claimed it. */
            comment?: string;
        };
        /** @description To whom a task goes, and why. */
        Handing: {
            /**
             * Format: uuid
             * @description Id of the person.
             */
            to: string;
            /** @description Why; it is kept in the history. */
            comment: string;
        };
        CaseReason: {
            comment: string;
        };
        AddSigners: {
            /**
             * @description `before`: I decide when they have signed. `after`: my approval counts when they have signed too. `beside`: they take part in the step as I do. Before or after me a refusal is advice: the task comes back to me.
             * @enum {string}
             */
            place: "before" | "after" | "beside";
            /** @description Ids of people. */
            people: string[];
            /**
             * @description How those before or after me sign; `all` without it. Beside me it is the step’s own policy.
             * @enum {string}
             */
            policy?: "one" | "all" | "sequence";
            /** @description Why; it is kept in the history. */
            comment: string;
        };
        RemoveSigners: {
            /** @description The step, by its path. */
            step: string;
            /** @description Ids of people. */
            people: string[];
            /** @description Why; it is kept in the history. */
            comment: string;
        };
        CopiedPage: {
            readonly items: components["schemas"]["CopiedInstance"][];
            next?: string;
            /** @description How many there are in all under these filters; counting stops at 1000. */
            total: number;
            /** @description False when counting stopped: there are more than `total`. */
            isTotalExact: boolean;
        };
        CopiedInstance: {
            id: string;
            /** @description The case number, as people quote it. */
            number: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            isFinished: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description The school of the case; where there is none above it, its organisation. */
            place?: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            copiedAt: string;
            copiedBy: {
                id: string;
                name: string;
            };
            comment?: string;
        };
        /** @description People, or posts at organisations, that may read the case from now on. */
        Copy: {
            to: ({
                /** Format: uuid */
                person: string;
            } | {
                post: string;
                /** Format: uuid */
                organisation: string;
            })[];
            comment?: string;
        };
        Start: {
            /** @description The key of the process. */
            definition: string;
            /**
             * Format: uuid
             * @description The organisation the case is to belong to.
             */
            organisation: string;
            /** @default {} */
            fields: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        InstancePage: {
            readonly items: components["schemas"]["ListedInstance"][];
            next?: string;
            /** @description How many there are in all under these filters; counting stops at 1000. */
            total: number;
            /** @description False when counting stopped: there are more than `total`. */
            isTotalExact: boolean;
        };
        ListedInstance: {
            id: string;
            /** @description The case number, as people quote it. */
            number: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            isFinished: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description The school of the case; where there is none above it, its organisation. */
            place?: {
                id: string;
                name: string;
            };
        };
        /** @description What I may do in a case now, besides deciding, withdrawing and taking back, which the case itself tells. */
        AllowedVerbs: {
            readonly verbs: ("urge" | "copy" | "comment" | "recuse" | "suspend" | "resume" | "jump" | "terminate")[];
            /** @description Open tasks that something may be done to, whosever they are. */
            readonly tasks: {
                id: string;
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                readonly verbs: ("claim" | "release" | "transfer" | "delegate" | "resolve" | "add-signers")[];
            }[];
            /** @description Steps that the case may be moved to by hand; none for those who may not. */
            readonly jumpTo: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            /** @description 减签: who was asked to sign, has not, and may be let off. */
            readonly signers: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                readonly people: {
                    id: string;
                    name: string;
                }[];
            }[];
            /** @description 补充材料: open steps that take it, and of which fields. */
            readonly supplements: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                readonly fields: string[];
            }[];
        };
        /** @description The machine of a case: where it has been, where it stands, what may come. */
        CaseGraph: {
            /** @description In the order in which a case comes to them when all goes well. */
            readonly nodes: components["schemas"]["CaseGraphNode"][];
            readonly edges: components["schemas"]["CaseGraphEdge"][];
        };
        CaseGraphNode: {
            path: string;
            title: components["schemas"]["Text"];
            /** @enum {string} */
            kind: "step" | "errand" | "state" | "end";
            /** @description Posts that the definition asks there; empty where it is the applicant, or nobody. */
            readonly posts: {
                key: string;
                title: components["schemas"]["Text"];
            }[];
            isApplicants: boolean;
            /**
             * @description It stands there, may come there, has only been there, or will not come there.
             * @enum {string}
             */
            standing: "here" | "ahead" | "behind" | "beside";
            /** @description It comes there if all that is said from now on is yes. */
            isOnTheWay: boolean;
            readonly visits: {
                /** Format: date-time */
                enteredAt: string;
                /** Format: date-time */
                leftAt?: string;
                by?: {
                    id: string;
                    name: string;
                };
                outcome?: string;
            }[];
        };
        CaseGraphEdge: {
            from: string;
            to: string;
            /** @enum {string} */
            kind: "pass" | "return" | "refuse" | "withdraw" | "time" | "other" | "by-hand";
            outcome?: string;
            title?: components["schemas"]["Text"];
            /**
             * Format: date-time
             * @description When it was last gone along.
             */
            takenAt?: string;
            /** @description The case may still go along it. */
            isAhead: boolean;
        };
        History: {
            readonly lines: components["schemas"]["HistoryLine"][];
        };
        HistoryLine: {
            sequence: number;
            /** Format: date-time */
            at: string;
            kind: string;
            by?: {
                id: string;
                name: string;
                post?: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                organisation?: string;
            };
            /** @description In whose place a deputy did it. */
            onBehalfOf?: {
                id: string;
                name: string;
            };
            step?: {
                path: string;
                title: components["schemas"]["Text"];
            };
            task?: number;
            /** @description Others whom it concerns. */
            readonly people?: {
                id: string;
                name: string;
            }[];
            /** @description The decisions that the system counted. */
            readonly earlier?: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                task: number;
                by: {
                    id: string;
                    name: string;
                };
            }[];
            outcome?: string;
            settled?: string;
            comment?: string;
            formVersion: number;
            readonly attachments: {
                id: string;
                sha256: string;
            }[];
            readonly from: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly to: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            /** @description Between which versions of its process the case was moved. */
            migration?: {
                from: number;
                to: number;
            };
            detail: unknown;
            hash: string;
        };
        FormChanges: {
            from: {
                version: number;
                /** Format: date-time */
                writtenAt: string;
                writtenBy?: {
                    id: string;
                    name: string;
                };
            };
            to: {
                version: number;
                /** Format: date-time */
                writtenAt: string;
                writtenBy?: {
                    id: string;
                    name: string;
                };
            };
            /** @description Fields that differ; a value is absent where it was, or is, empty. */
            readonly changes: {
                field: string;
                title: components["schemas"]["Text"];
                was?: unknown;
                is?: unknown;
            }[];
        };
        /** @description Whether the hash chain of the history holds, and whether playing it again comes to the case as it is. */
        Verification: {
            isIntact: boolean;
            rows: number;
            brokenAt?: number;
            isRebuilt?: boolean;
            lastHash: string;
        };
        Withdrawal: {
            comment: string;
        };
        Urge: {
            /** @description Only this step, by its path; without it, every open one. */
            step?: string;
            comment?: string;
        };
        Supplement: {
            /** @description Path of the open step that takes it. */
            step: string;
            formVersion: number;
            /** @default {} */
            fields: {
                [key: string]: components["schemas"]["Json"];
            };
            comment: string;
            attachments?: string[];
        };
        Remark: {
            comment: string;
            /** @description Ids of uploaded files. */
            attachments?: string[];
        };
        Jump: {
            /** @description Path of the step. */
            to: string;
            comment: string;
        };
        /** @description Which clauses of which notice the processes in force carry out, and which none does. */
        ClauseCoverage: {
            readonly sources: {
                document: string;
                title: components["schemas"]["Text"];
                readonly clauses: components["schemas"]["CoveredClause"][];
            }[];
            /** @description Numbers that definitions name and no source has. */
            readonly unknown: {
                number: string;
                readonly citations: components["schemas"]["ClauseCitation"][];
            }[];
            readonly processes: {
                key: string;
                title: components["schemas"]["Text"];
            }[];
        };
        CoveredClause: {
            number: string;
            article: string;
            text: components["schemas"]["Text"];
            /** @description Whether a process could carry it out; others are about money, data or offices. */
            isForProcesses: boolean;
            /** @description Whether more than a process as a whole names it. */
            isCovered: boolean;
            readonly citations: components["schemas"]["ClauseCitation"][];
        };
        /** @description Something that names a clause. */
        ClauseCitation: {
            /** @enum {string} */
            kind: "process" | "step" | "way" | "reminder" | "rung" | "delay" | "limit" | "unique" | "report";
            /** @description The process; of a report that schools file, none. */
            definition?: string;
            /** @description What the process, or the report, is called. */
            process: components["schemas"]["Text"];
            /** @description The state it is in, by its path. */
            state?: string;
            title?: components["schemas"]["Text"];
            /** @description How many examples of the process come by there. */
            examples: number;
        };
        DraftPublication: {
            /** @description The revision of the draft that was looked at. */
            revision: number;
            /** @description The newest version that was seen; 0 for none. */
            newest: number;
            note: string;
            /** @description The `fingerprint` of what was found about who would be asked, which is accepted; needed where there is any warning. */
            accepts?: string;
            /**
             * Format: date
             * @description A day of the business zone; it comes into force as it begins. Without it, at once.
             */
            effectiveOn?: string;
        };
        /** @description A version, or a proposal that another has to confirm. */
        DraftPublished: {
            /** @enum {string} */
            kind: "published" | "proposed";
            key: string;
            /** @description Where it is published. */
            version?: number;
            contentHash: string;
            /** Format: date-time */
            effectiveAt?: string;
        };
        DefinitionProposals: {
            readonly items: components["schemas"]["DefinitionProposalSummary"][];
        };
        DefinitionProposalSummary: {
            id: string;
            key: string;
            title: components["schemas"]["Text"];
            note: string;
            contentHash: string;
            /** Format: date-time */
            effectiveAt?: string;
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            draft: {
                id: string;
                revision: number;
            };
        };
        DefinitionProposal: {
            id: string;
            key: string;
            title: components["schemas"]["Text"];
            note: string;
            contentHash: string;
            /** Format: date-time */
            effectiveAt?: string;
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            draft: {
                id: string;
                revision: number;
            };
            document: unknown;
        };
        ProposalConfirmation: {
            /** @description The newest version that was seen; 0 for none. */
            newest: number;
            /** @description The `fingerprint` of what was found about who would be asked, which is accepted; needed where there is any warning. */
            accepts?: string;
        };
        ProposalDecline: {
            comment: string;
        };
        DefinitionOverview: {
            readonly items: components["schemas"]["DefinitionProcess"][];
        };
        DefinitionProcess: {
            key: string;
            title: components["schemas"]["Text"];
            /** @enum {string} */
            state: "in-force" | "upcoming" | "retired";
            /** @description The newest first. */
            readonly versions: components["schemas"]["DefinitionVersion"][];
        };
        DefinitionVersion: {
            key: string;
            title: components["schemas"]["Text"];
            version: number;
            /**
             * @description Whether cases begin on it; will; did before another came; or are not to any more.
             * @enum {string}
             */
            state: "in-force" | "upcoming" | "former" | "retired";
            contentHash: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description Nobody where it came with the software. */
            publishedBy?: {
                id: string;
                name: string;
            };
            confirmedBy?: {
                id: string;
                name: string;
            };
            note?: string;
            /** Format: date-time */
            effectiveAt: string;
            retired?: {
                /** Format: date-time */
                at: string;
                by: {
                    id: string;
                    name: string;
                };
                note: string;
            };
        };
        /** @description Where publishing takes two; without a key, everywhere. `waivedBy` waits for another to agree. */
        SecondPerson: {
            readonly items: components["schemas"]["SecondPersonRequired"][];
        };
        SecondPersonRequired: {
            key?: string;
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            waivedBy?: {
                id: string;
                name: string;
            };
        };
        /** @description Without a key, of every process. */
        SecondPersonSetting: {
            key?: string;
            isRequired: boolean;
        };
        DefinitionVersions: {
            key: string;
            title: components["schemas"]["Text"];
            isSecondNeeded: boolean;
            readonly items: components["schemas"]["DefinitionVersionInUse"][];
        };
        DefinitionVersionInUse: {
            key: string;
            title: components["schemas"]["Text"];
            version: number;
            /**
             * @description Whether cases begin on it; will; did before another came; or are not to any more.
             * @enum {string}
             */
            state: "in-force" | "upcoming" | "former" | "retired";
            contentHash: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description Nobody where it came with the software. */
            publishedBy?: {
                id: string;
                name: string;
            };
            confirmedBy?: {
                id: string;
                name: string;
            };
            note?: string;
            /** Format: date-time */
            effectiveAt: string;
            retired?: {
                /** Format: date-time */
                at: string;
                by: {
                    id: string;
                    name: string;
                };
                note: string;
            };
            /** @description Cases that run on it. */
            running: number;
        };
        PublishedDefinition: {
            key: string;
            version: number;
            title: components["schemas"]["Text"];
            contentHash: string;
            /** Format: date-time */
            publishedAt: string;
            document: unknown;
        };
        /** @description Without a version, the whole process. */
        DefinitionRetirement: {
            version?: number;
            note: string;
        };
        DefinitionRestoration: {
            note: string;
        };
        DefinitionDrafts: {
            readonly items: components["schemas"]["DefinitionDraftSummary"][];
        };
        DefinitionDraftSummary: {
            id: string;
            /** @description As its document says; null where that says nothing that could be one. */
            key: string | null;
            title: components["schemas"]["Text"] | null;
            basedOn?: {
                key: string;
                version: number;
            };
            /** @description Another after every saving. */
            revision: number;
            author: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            createdAt: string;
            changedBy: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            changedAt: string;
            openComments: number;
        };
        /** @description From blank, from a template, from a published version, or from a document that was imported. */
        DraftOrigin: {
            /** @enum {string} */
            kind: "blank";
            key: string;
            title: components["schemas"]["Text"];
            /** @description Whose holders start it. */
            post: string;
        } | {
            /** @enum {string} */
            kind: "template";
            template: string;
            key: string;
            title: components["schemas"]["Text"];
        } | {
            /** @enum {string} */
            kind: "version";
            key: string;
            version: number;
        } | {
            /** @enum {string} */
            kind: "document";
            document: {
                [key: string]: unknown;
            };
        };
        DefinitionDraft: {
            id: string;
            /** @description As its document says; null where that says nothing that could be one. */
            key: string | null;
            title: components["schemas"]["Text"] | null;
            basedOn?: {
                key: string;
                version: number;
            };
            /** @description Another after every saving. */
            revision: number;
            author: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            createdAt: string;
            changedBy: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            changedAt: string;
            openComments: number;
            /** @description Any JSON object: it may be half written. */
            document: {
                [key: string]: unknown;
            };
        };
        DefinitionDraftToSave: {
            /** @description The revision it was typed on. */
            revision: number;
            document: {
                [key: string]: unknown;
            };
        };
        /** @description Who else has the draft open, and which revision it has by now. */
        DraftPresence: {
            revision: number;
            changedBy: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            changedAt: string;
            readonly others: {
                id: string;
                name: string;
                /** Format: date-time */
                seenAt: string;
            }[];
        };
        /** @description What is wrong with the document. Errors keep it from being published; without any it can be. */
        Findings: {
            readonly problems: components["schemas"]["DefinitionFinding"][];
        };
        DefinitionFinding: {
            code: string;
            /** @description JSON Pointer into the document. */
            pointer: string;
            message: components["schemas"]["Text"];
            /** @enum {string} */
            severity: "error" | "warning";
            /** @description How a case comes to where it goes wrong, and the paths of the states it is about. */
            counterExample?: {
                readonly moves: unknown[];
                readonly about: string[];
            };
        };
        DraftComments: {
            readonly items: components["schemas"]["DraftComment"][];
        };
        DraftComment: {
            id: string;
            pointer: string;
            text: string;
            author: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            writtenAt: string;
            resolved?: {
                by: {
                    id: string;
                    name: string;
                };
                /** Format: date-time */
                at: string;
            };
        };
        NewDraftComment: {
            /** @description JSON Pointer into the document; empty for all of it. */
            pointer: string;
            text: string;
        };
        DraftCommentSettled: {
            isResolved: boolean;
        };
        Migrations: {
            readonly versions: {
                version: number;
                cases: number;
            }[];
            readonly items: components["schemas"]["MigrationSummary"][];
        };
        MigrationSummary: {
            id: string;
            to: number;
            begunBy: {
                id: string;
                name: string;
            };
            comment: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            stoppedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
        };
        MigrationPlan: {
            /** @description The versions whose cases are to go. */
            from: number[];
            to: number;
            /** @description Which state takes the place of which, by their paths, where somebody has chosen or agreed to what is lost. */
            mapping: {
                [key: string]: string;
            };
        };
        MigrationPreview: {
            readonly versions: {
                version: number;
                cases: number;
            }[];
            /** @description Whether there are more cases than the 500 that are looked at in one go. */
            hasMore: boolean;
            counts: {
                safe: number;
                chosen: number;
                choice: number;
                stays: number;
            };
            /** @description The states for which somebody has to choose, and what is proposed. */
            readonly choices: {
                path: string;
                title: components["schemas"]["Text"];
                proposal: string | null;
                chosen: string | null;
                cases: number;
            }[];
            /** @description What can be chosen. */
            readonly targets: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly cases: components["schemas"]["CaseVerdict"][];
        };
        CaseVerdict: {
            id: string;
            number: string;
            title: components["schemas"]["Text"];
            version: number;
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            /**
             * @description Nothing is lost (`safe`); all has been chosen (`chosen`); somebody has to choose or to agree (`choice`); it can only end on its version (`stays`).
             * @enum {string}
             */
            verdict: "safe" | "chosen" | "choice" | "stays";
            readonly reasons: {
                code: string;
                state?: string;
                message: components["schemas"]["Text"];
            }[];
            refusal?: components["schemas"]["Problem"];
            expected?: string;
            /** @description Tasks that would be asked anew and closed, and those due at another time. */
            changes?: {
                asked: number;
                closed: number;
                dues: number;
            };
        };
        CaseMigrationPreview: {
            case: components["schemas"]["CaseVerdict"];
            before: components["schemas"]["CaseStanding"];
            /** @description With what is proposed where nothing was chosen. */
            after?: components["schemas"]["CaseStanding"];
        };
        CaseStanding: {
            readonly states: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly tasks: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                assignee: components["schemas"]["Assignee"];
                /** Format: date-time */
                dueAt?: string;
            }[];
            readonly timers: {
                /** @enum {string} */
                kind: "delay" | "remind" | "escalate";
                name: string;
                /** Format: date-time */
                dueAt: string;
            }[];
        };
        Migration: {
            /** @description The versions whose cases are to go. */
            from: number[];
            to: number;
            /** @description Which state takes the place of which, by their paths, where somebody has chosen or agreed to what is lost. */
            mapping: {
                [key: string]: string;
            };
            /** @description Why; it is kept in the history of each case. */
            comment: string;
            /** @description Those that were shown by a preview, with the `expected` of each. What has moved on since is left out. */
            cases: {
                /** Format: uuid */
                id: string;
                expected: string;
            }[];
        };
        MigrationReport: {
            id: string;
            to: number;
            begunBy: {
                id: string;
                name: string;
            };
            comment: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            stoppedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            total: number;
            migrated: number;
            leftOut: number;
            waiting: number;
            reversed: number;
            /** @description Cases in which nothing has happened since. */
            reversible: number;
            readonly cases: components["schemas"]["MigratedCase"][];
        };
        MigratedCase: {
            id: string;
            number: string;
            title: components["schemas"]["Text"];
            from: number;
            /** @enum {string} */
            state: "waiting" | "migrated" | "left-out" | "reversed";
            isReversible: boolean;
            refusal?: components["schemas"]["Problem"];
        };
        MigrationReversal: {
            comment: string;
            /** @description Without it, all in which nothing has happened. */
            cases?: string[];
        };
        DefinitionSurroundings: {
            facts: {
                [key: string]: components["schemas"]["FactSource"];
            };
            readonly posts: {
                key: string;
                title: components["schemas"]["Text"];
                at: string;
                superior?: string;
            }[];
            /** @description Levels of the organisation tree, the smallest first. */
            readonly kinds: ("department" | "school" | "city" | "province" | "alliance" | "evaluation-organisation")[];
            calendar: components["schemas"]["OfficialCalendar"];
        };
        /** @description What a register is asked with and what it answers, by name. */
        FactSource: {
            parameters: {
                [key: string]: "string" | "double";
            };
            fields: {
                [key: string]: "string" | "double" | "bool" | "timestamp" | "list<string>";
            };
        };
        /** @description The days that are not what their weekday says, as `workingCalendar` takes them. */
        OfficialCalendar: {
            readonly years: number[];
            readonly days: {
                date: string;
                name: string;
                isOffDay: boolean;
            }[];
            readonly hours?: {
                from: string;
                to: string;
            }[];
        };
        DefinitionTemplates: {
            readonly items: {
                key: string;
                title: components["schemas"]["Text"];
                description?: components["schemas"]["Text"];
                basis: string[];
            }[];
        };
        WhatIfQuestion: {
            by: {
                /** @enum {string} */
                kind: "version";
                version: number;
            } | {
                /** @enum {string} */
                kind: "draft";
                draft: string;
            } | {
                /** @enum {string} */
                kind: "document";
                document: {
                    [key: string]: unknown;
                };
            };
            /** @description Only cases begun before the one with this id. */
            before?: string;
            /** @default 20 */
            limit: number;
        };
        WhatIf: {
            readonly items: components["schemas"]["ComparedCase"][];
            /** @description As `before`, the next of them. */
            next?: string;
        };
        ComparedCase: {
            id: string;
            number: string;
            title: components["schemas"]["Text"];
            /** @description By which it went. */
            version: number;
            /** @description Absent where the history does not suffice to tell the case again. */
            compared?: {
                was: components["schemas"]["ComparedCourse"];
                would: components["schemas"]["ComparedCourse"];
                differs: {
                    route: boolean;
                    days: boolean;
                    asked: boolean;
                };
                readonly unknown: components["schemas"]["UnknownOfCase"][];
            };
        };
        ComparedCourse: {
            /** @description Where it came, in order. */
            readonly route: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly asked: {
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                who: components["schemas"]["Text"];
            }[];
            /** @description From its beginning to its end; null where it does not end. */
            days: number | null;
        };
        UnknownOfCase: {
            /**
             * @description `decision`: a step nobody was asked in is supposed to pass; `stays`: it cannot be supposed; `unasked`: what was said is not asked for any more; `refused`: what was done would be refused; `fact`: a register was never asked.
             * @enum {string}
             */
            kind: "decision" | "stays" | "unasked" | "refused" | "fact";
            step?: {
                path: string;
                title: components["schemas"]["Text"];
            };
            outcome?: string;
            code?: string;
            readonly rules?: string[];
            fact?: string;
        };
        Definitions: {
            readonly items: components["schemas"]["ListedDefinition"][];
        };
        ListedDefinition: {
            key: string;
            version: number;
            title: components["schemas"]["Text"];
            contentHash: string;
            /** Format: date-time */
            publishedAt: string;
            readonly basis: string[];
            /** @description Where the caller may start a case. */
            readonly startAt: {
                id: string;
                name: string;
            }[];
            /** @description Whether cases begin on it; those of a process that is retired run on. */
            isInForce: boolean;
            /** @description In which people act, in the order of the document. */
            readonly steps: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
        };
        StartForm: {
            key: string;
            version: number;
            title: components["schemas"]["Text"];
            contentHash: string;
            /** Format: date-time */
            publishedAt: string;
            readonly basis: string[];
            /** @description Where the caller may start a case. */
            readonly startAt: {
                id: string;
                name: string;
            }[];
            form: {
                schema: unknown;
                ui?: unknown;
            };
            /** @description What the applicant may fill in while starting, by field. */
            readonly access: {
                [key: string]: "hidden" | "read" | "write" | "required";
            };
        };
        DefinitionToVerify: {
            /** @description A workflow definition; its JSON Schema is at /api/definitions/schema. */
            document: {
                [key: string]: unknown;
            };
        };
        DefinitionToPublish: {
            /** @description A workflow definition; its JSON Schema is at /api/definitions/schema. */
            document: {
                [key: string]: unknown;
            };
            note?: string;
        };
        /** @description Whether every step finds somebody, for every organisation that may start the process. */
        Assignability: {
            /** @description Of the process. */
            title: components["schemas"]["Text"];
            /** @description Of the organisations that cases are started at. */
            level: string;
            /** @description Organisations at which a case may be started. */
            places: number;
            /** @description Organisations of the level at which nobody holds a post that starts one. */
            withoutStarter: number;
            /** @description Another for whatever else is found; whoever publishes accepts the warnings by it. */
            fingerprint: string;
            /** @description What harms most first. Errors keep a draft from being published. */
            readonly findings: components["schemas"]["StaffingFinding"][];
        };
        StaffingFinding: {
            code: string;
            /** @enum {string} */
            kind: "nobody" | "applicant" | "alone" | "twice";
            /** @enum {string} */
            severity: "error" | "warning";
            step: string;
            title: components["schemas"]["Text"];
            /** @description JSON Pointer into the document. */
            pointer: string;
            message: components["schemas"]["Text"];
            /** @description The first 50. */
            readonly places: components["schemas"]["StaffedPlace"][];
            /** @description At how many organisations. */
            count: number;
        };
        StaffedPlace: {
            id: string;
            name: string;
            /** @description The organisation it is part of. */
            above?: string;
        };
        /** @description Who would be asked, organisation by step. */
        StaffedPlaces: {
            /** @description As far as they are asked for. */
            total: number;
            page: number;
            /** @description Organisations on a page. */
            size: number;
            readonly steps: {
                path: string;
                title: components["schemas"]["Text"];
            }[];
            readonly items: {
                place: components["schemas"]["StaffedPlace"];
                /** @description In the order of `steps`. */
                readonly steps: {
                    /** @description The first three who could answer. */
                    readonly people: {
                        id: string;
                        name: string;
                    }[];
                    /** @description How many could answer. */
                    count: number;
                    /** @description Whether the step is the applicant’s. */
                    isApplicant: boolean;
                    readonly kinds: ("nobody" | "applicant" | "alone" | "twice")[];
                    /** @enum {string|null} */
                    severity: "error" | "warning" | null;
                }[];
            }[];
        };
        /** @description 办事指南, out of the version that runs. */
        Guide: {
            key: string;
            version: number;
            /** Format: date-time */
            publishedAt: string;
            title: components["schemas"]["Text"];
            description?: components["schemas"]["Text"];
            start: {
                readonly posts: components["schemas"]["Text"][];
                at: components["schemas"]["Text"];
                bySystem: boolean;
            };
            readonly fields: components["schemas"]["GuideField"][];
            readonly rules: {
                rule: string;
                message: components["schemas"]["Text"];
            }[];
            readonly steps: components["schemas"]["GuideStep"][];
            readonly ends: components["schemas"]["Text"][];
            longest: {
                workingDays: number;
                days: number;
                /** @description Steps on the way that nothing says the end of. */
                readonly unlimited: string[];
            };
            readonly notices: components["schemas"]["Text"][];
            readonly sources: components["schemas"]["GuideSource"][];
        };
        GuideField: {
            name: string;
            title: components["schemas"]["Text"];
            help?: string;
            isRequired: boolean;
            /** @description When it is asked for at all, where that is so only on a condition. */
            shownWhen?: components["schemas"]["Text"];
            /** @description When it is wanted, where that is so only on a condition. */
            requiredWhen?: components["schemas"]["Text"];
            isAttachment: boolean;
        };
        GuideStep: {
            path: string;
            title: components["schemas"]["Text"];
            /** @description Whom it asks; empty where nobody is. */
            readonly bodies: components["schemas"]["Text"][];
            /** @description How several of them come to one outcome. */
            how?: components["schemas"]["Text"];
            readonly outcomes: components["schemas"]["Text"][];
            due?: components["schemas"]["Text"];
            readonly basis: string[];
            /** @description Whether a case comes here when all goes well. */
            isOnTheWay: boolean;
            /** @description What the body has to fill in. */
            readonly required: components["schemas"]["Text"][];
            /** @description Where it leads when it does not go forward. */
            readonly turns: {
                /** @enum {string} */
                kind: "pass" | "refuse" | "return" | "withdraw" | "time" | "other";
                title?: components["schemas"]["Text"];
                to: components["schemas"]["Text"];
            }[];
        };
        /** @description A notice with those of its clauses that the process carries out. */
        GuideSource: {
            document: string;
            title: components["schemas"]["Text"];
            readonly clauses: {
                number: string;
                article: string;
                text: components["schemas"]["Text"];
            }[];
        };
        RegisterEntries: {
            readonly entries: {
                key: string;
                name: string;
                detail: string;
            }[];
        };
        Attachment: {
            id: string;
            name: string;
            mediaType: string;
            size: number;
            sha256: string;
        };
        MeetingQueue: {
            readonly items: {
                id: string;
                instance: string;
                title: components["schemas"]["Text"];
                definition: {
                    key: string;
                    version: number;
                    title: components["schemas"]["Text"];
                };
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                dueAt?: string;
                /**
                 * Format: date-time
                 * @description When the case moves on without it.
                 */
                limitAt?: string;
                /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
                workingDaysLeft?: number;
                /** @description The open meeting it is to be heard in. */
                meeting?: {
                    id: string;
                    number: string;
                };
            }[];
            next?: string;
        };
        MeetingPage: {
            readonly items: {
                id: string;
                body: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                organisation: {
                    id: string;
                    name: string;
                };
                number: string;
                /** Format: date-time */
                heldAt: string;
                /** Format: date-time */
                cutOff: string;
                /** @enum {string} */
                state: "open" | "closed" | "cancelled";
            }[];
            next?: string;
        };
        MeetingPlan: {
            /** @description Key of the body’s post, such as president-meeting. */
            body: string;
            /** Format: uuid */
            organisation: string;
            /** @description Such as 2021年第4次. */
            number: string;
            /** Format: date-time */
            heldAt: string;
            /** Format: date-time */
            cutOff: string;
            /** @description Everybody who belongs to the body, and who is there. */
            members: {
                name: string;
                /**
                 * Format: uuid
                 * @description Their account, if they have one: an applicant has to be recused.
                 */
                person?: string;
                isPresent: boolean;
            }[];
        };
        Meeting: {
            id: string;
            body: {
                key: string;
                title: components["schemas"]["Text"];
            };
            organisation: {
                id: string;
                name: string;
            };
            number: string;
            /** Format: date-time */
            heldAt: string;
            /** Format: date-time */
            cutOff: string;
            /** @enum {string} */
            state: "open" | "closed" | "cancelled";
            readonly members: {
                name: string;
                person?: string;
                isPresent: boolean;
            }[];
            readonly items: {
                paragraph: number;
                task: {
                    id: string;
                    instance: string;
                    title: components["schemas"]["Text"];
                    definition: {
                        key: string;
                        version: number;
                        title: components["schemas"]["Text"];
                    };
                    step: {
                        path: string;
                        title: components["schemas"]["Text"];
                    };
                    /** Format: date-time */
                    openedAt: string;
                    /** Format: date-time */
                    dueAt?: string;
                    /**
                     * Format: date-time
                     * @description When the case moves on without it.
                     */
                    limitAt?: string;
                    /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
                    workingDaysLeft?: number;
                    isOpen: boolean;
                };
                caseNumber: string;
                /** @description Of the case’s form as it is now; sent along with what is recorded. */
                formVersion: number;
                /** @description Fields of the form that are filled in with what the meeting came to. */
                readonly asks: string[];
                finding?: {
                    /** @enum {string} */
                    outcome: "passed" | "passed-with-conditions" | "deferred" | "not-passed";
                    text: string;
                    readonly recusals: string[];
                    tally?: {
                        for: number;
                        against: number;
                        abstained: number;
                    };
                    conditions?: string;
                    formVersion?: number;
                    readonly fields?: {
                        [key: string]: unknown;
                    };
                };
                /** @description The line of the case’s history it became. */
                sequence?: number;
            }[];
            /** @description Why it was cancelled. */
            reason?: string;
            minutes?: components["schemas"]["Minutes"];
        };
        /** @description 会议纪要 */
        Minutes: {
            text: string;
            /** @description Of the text in UTF-8; it stands in the history of every case that was heard. */
            sha256: string;
            signedBy: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            signedAt: string;
        };
        MeetingMembers: {
            /** @description Everybody who belongs to the body, and who is there. */
            members: {
                name: string;
                /**
                 * Format: uuid
                 * @description Their account, if they have one: an applicant has to be recused.
                 */
                person?: string;
                isPresent: boolean;
            }[];
        };
        AgendaTasks: {
            tasks: string[];
        };
        MeetingFinding: {
            /** @enum {string} */
            outcome: "passed" | "passed-with-conditions" | "deferred" | "not-passed";
            /** @description What the minutes say of it. */
            text: string;
            /** @description The version of the form that was before the meeting. */
            formVersion: number;
            /**
             * @description Names of members present who take no part.
             * @default []
             */
            recusals: string[];
            /** @description Of those present and not recused; needed unless the item is deferred. */
            tally?: {
                for: number;
                against: number;
                abstained: number;
            };
            /** @description With `passed-with-conditions` only. */
            conditions?: string;
            /** @description Fields of the form that the step wants filled in. */
            fields?: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        MeetingCancellation: {
            reason: string;
        };
        /** @description What closing the meeting would do. Nothing was done. */
        ClosingPreview: {
            /** @description Sent back as If-Match with the closing itself. */
            expected: string;
            /** @description What would be signed. */
            minutes: string;
            readonly items: {
                task: string;
                paragraph: number;
                title: string;
                preview: components["schemas"]["Preview"];
            }[];
        };
        News: {
            tasks: {
                id: string;
                instance: string;
                /** @enum {string} */
                change: "opened" | "changed" | "closed";
            }[];
            cases: {
                id: string;
                sequence: number;
            }[];
            /** @description How many times notices arrived. */
            notices: number;
            /**
             * @description More changed than is named: read the lists again.
             * @enum {boolean}
             */
            isMore?: true;
        };
        SavedViews: {
            readonly items: components["schemas"]["SavedView"][];
        };
        SavedView: {
            id: string;
            list: string;
            name: string;
            settings: {
                filters: {
                    [key: string]: string;
                };
                readonly columns: string[];
                order?: string;
            };
            owner: {
                id: string;
                name: string;
            };
            isMine: boolean;
            sharedWith?: {
                post: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                organisation: {
                    id: string;
                    name: string;
                };
            };
            /** @description To be sent as If-Match with a change. */
            version: number;
        };
        SavedViewBody: {
            /** @enum {string} */
            list: "tasks" | "decided" | "started" | "copied" | "follow-up";
            name: string;
            settings: {
                /** @description The query parameters of the list, by their names. */
                filters: {
                    [key: string]: string;
                };
                columns: string[];
                order?: string;
            };
            /** @description A post that I hold. */
            sharedWith?: {
                post: string;
                /** Format: uuid */
                organisation: string;
            };
        };
        StartDrafts: {
            readonly items: components["schemas"]["StartDraft"][];
        };
        StartDraft: {
            definition: {
                key: string;
                title: components["schemas"]["Text"];
            };
            organisation?: string;
            readonly fields: {
                [key: string]: components["schemas"]["Json"];
            };
            /** @description To be sent as If-Match with the next saving. */
            version: string;
            /** Format: date-time */
            savedAt: string;
        };
        StartDraftBody: {
            /** Format: uuid */
            organisation?: string;
            fields: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        SearchResult: {
            readonly items: components["schemas"]["ListedInstance"][];
            /** @description There are more; a longer question finds fewer. */
            isMore: boolean;
        };
        Waiting: {
            readonly items: {
                definition: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                total: number;
                overdue: number;
                /** @description By working days since the task came: up to 2, 5, 10, 20, and more. */
                readonly ages: number[];
                /** Format: date-time */
                oldestSince: string;
            }[];
        };
        Stuck: {
            readonly items: components["schemas"]["ListedTask"][];
            next?: string;
        };
        ListedTask: {
            id: string;
            instance: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            step: {
                path: string;
                title: components["schemas"]["Text"];
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt?: string;
            /**
             * Format: date-time
             * @description When the case moves on without it.
             */
            limitAt?: string;
            /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
            workingDaysLeft?: number;
            /**
             * @description I have claimed it, so that it waits for nobody else.
             * @enum {boolean}
             */
            isClaimed?: true;
        };
        OnTime: {
            readonly items: {
                definition: {
                    key: string;
                    title: components["schemas"]["Text"];
                };
                step: {
                    path: string;
                    title: components["schemas"]["Text"];
                };
                /** @description Whose cases they were. */
                organisation?: {
                    id: string;
                    name: string;
                };
                decided: number;
                /** @description Those that had a due time: only they can be in time. */
                withDue: number;
                onTime: number;
            }[];
        };
        FollowedUp: {
            readonly items: components["schemas"]["FollowedUpTask"][];
        };
        FollowedUpTask: {
            id: string;
            instance: string;
            title: components["schemas"]["Text"];
            definition: {
                key: string;
                version: number;
                title: components["schemas"]["Text"];
            };
            step: {
                path: string;
                title: components["schemas"]["Text"];
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt?: string;
            /**
             * Format: date-time
             * @description When the case moves on without it.
             */
            limitAt?: string;
            /** @description 还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now. */
            workingDaysLeft?: number;
            /**
             * @description I have claimed it, so that it waits for nobody else.
             * @enum {boolean}
             */
            isClaimed?: true;
            /** Format: date-time */
            decidedAt: string;
        };
        Organisations: {
            readonly items: {
                id: string;
                parent?: string;
                kind: string;
                type: string;
                name: string;
            }[];
        };
        People: {
            readonly items: {
                id: string;
                name: string;
                readonly posts: {
                    key: string;
                    title: components["schemas"]["Text"];
                    organisation: {
                        id: string;
                        name: string;
                    };
                }[];
            }[];
        };
        PostCatalogue: {
            readonly items: {
                key: string;
                title: components["schemas"]["Text"];
                at: string;
            }[];
        };
        AdministeredOrganisations: {
            readonly items: components["schemas"]["OrganisationWithPeople"][];
        };
        OrganisationWithPeople: {
            id: string;
            /** @description Null at the root. */
            parent: string | null;
            kind: string;
            type: string;
            name: string;
            /**
             * Format: date
             * @description Since when it is no more.
             */
            closedOn: string | null;
            /** @description Who hold a post there today. */
            people: number;
        };
        OrganisationDraft: {
            /** Format: uuid */
            parent: string;
            /** @enum {string} */
            kind: "province" | "city" | "school" | "department";
            /** @enum {string} */
            type: "province" | "city" | "higher_vocational" | "applied_undergraduate" | "secondary_provincial" | "secondary_local" | "department";
            name: string;
        };
        AdministeredOrganisation: {
            id: string;
            /** @description Null at the root. */
            parent: string | null;
            kind: string;
            type: string;
            name: string;
            /**
             * Format: date
             * @description Since when it is no more.
             */
            closedOn: string | null;
        };
        OrganisationName: {
            name: string;
        };
        OrganisationClosing: {
            isPossible: boolean;
            /** @description Open organisations below it. */
            organisations: number;
            /** @description Posts held there, now or later. */
            posts: number;
            /** @description Open tasks of its cases. */
            tasks: number;
        };
        AdministrationReason: {
            /** @description Why; it is kept in the audit log. */
            comment: string;
        };
        AdministeredPeople: {
            readonly items: components["schemas"]["AdministeredPerson"][];
        };
        AdministeredPerson: {
            id: string;
            name: string;
            account: string;
            mail: string | null;
            isLocked: boolean;
            /** @description Has yet to choose a password. */
            isNew: boolean;
            readonly posts: components["schemas"]["HeldPost"][];
        };
        HeldPost: {
            id: string;
            post: {
                key: string;
                title: components["schemas"]["Text"];
            };
            organisation: {
                id: string;
                name: string;
            };
            /** Format: date */
            from: string;
            /** Format: date */
            until: string | null;
            /** @description Today. */
            isHeld: boolean;
        };
        PersonDraft: {
            /** @description What they sign in with. */
            account: string;
            name: string;
            /**
             * Format: email
             * @description Where notices are mailed to.
             */
            mail?: string;
            posting: components["schemas"]["Posting"];
        };
        Posting: {
            post: string;
            /** Format: uuid */
            organisation: string;
            /**
             * Format: date
             * @description The first day on which it is held.
             */
            from: string;
            /**
             * Format: date
             * @description The last one; open without it.
             */
            until?: string;
        };
        Newcomer: {
            person: components["schemas"]["AdministeredPerson"];
            /** @description For the first sign-in, at which another is chosen. It is shown here alone. */
            password: string;
        };
        PostEndingOutlook: {
            isPossible: boolean;
            /** @description Open tasks that are theirs alone: to be handed over. */
            personal: number;
            /** @description Open tasks of the post, where nobody else holds it. */
            unheld: number;
        };
        /** @description The last day on which the post is held. */
        PostEnding: {
            /** Format: date */
            lastDay: string;
            /** @description Why; it is kept in the audit log. */
            comment?: string;
        };
        Notices: {
            readonly notices: components["schemas"]["Notice"][];
            unread: number;
        };
        Notice: {
            id: string;
            kind: string;
            title: components["schemas"]["Text"];
            instance: string | null;
            task: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        NoticesRead: {
            notices: "all" | string[];
        };
        ReadCount: {
            read: number;
        };
        NoticeSettings: {
            /**
             * Format: email
             * @description Where notices are mailed to; null for nowhere.
             */
            mail: string | null;
            /** @enum {string} */
            language: "zh-CN" | "en";
            /**
             * @description immediately: each as it comes. digest: what comes within some minutes in one mail. none: in the app alone.
             * @enum {string}
             */
            preference: "immediately" | "digest" | "none";
        };
        NoticeSettingsBody: {
            /**
             * Format: email
             * @description Where notices are mailed to; null for nowhere.
             */
            mail: string | null;
            /** @enum {string} */
            language: "zh-CN" | "en";
            /**
             * @description immediately: each as it comes. digest: what comes within some minutes in one mail. none: in the app alone.
             * @enum {string}
             */
            preference: "immediately" | "digest" | "none";
        };
        Channels: {
            readonly items: components["schemas"]["Channel"][];
        };
        Channel: {
            id: string;
            organisation: {
                id: string;
                name: string;
            };
            name: string;
            /**
             * @description json: signed by the Standard Webhooks specification. The others: group robots of 企业微信, 钉钉 and 飞书.
             * @enum {string}
             */
            format: "json" | "wecom" | "dingtalk" | "feishu";
            /** @description The beginning of the address; the rest may hold a key and is not shown. */
            origin: string;
            hasSecret: boolean;
            /** @enum {string} */
            language: "zh-CN" | "en";
            readonly kinds: ("escalation" | "urge" | "reminder" | "task-opened" | "message")[];
            isEnabled: boolean;
            /** @description By which processes name it, where they may call it. */
            key: string | null;
        };
        ChannelDraft: {
            /** Format: uuid */
            organisation: string;
            name: string;
            /**
             * @description json: signed by the Standard Webhooks specification. The others: group robots of 企业微信, 钉钉 and 飞书.
             * @enum {string}
             */
            format: "json" | "wecom" | "dingtalk" | "feishu";
            /**
             * @default zh-CN
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /**
             * @description The kinds of notices it gets; all, unless it is said.
             * @default [
             *       "escalation",
             *       "urge",
             *       "reminder",
             *       "task-opened",
             *       "message"
             *     ]
             */
            kinds: ("escalation" | "urge" | "reminder" | "task-opened" | "message")[];
            /** @default true */
            isEnabled: boolean;
            /** @description Lets processes of the organisation and below call it under this name; null takes it away. */
            key?: string | null;
            /** Format: uri */
            address: string;
            /** @default null */
            secret: string | null;
        };
        ChannelChange: {
            /** Format: uuid */
            organisation: string;
            name: string;
            /**
             * @description json: signed by the Standard Webhooks specification. The others: group robots of 企业微信, 钉钉 and 飞书.
             * @enum {string}
             */
            format: "json" | "wecom" | "dingtalk" | "feishu";
            /**
             * @default zh-CN
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /**
             * @description The kinds of notices it gets; all, unless it is said.
             * @default [
             *       "escalation",
             *       "urge",
             *       "reminder",
             *       "task-opened",
             *       "message"
             *     ]
             */
            kinds: ("escalation" | "urge" | "reminder" | "task-opened" | "message")[];
            /** @default true */
            isEnabled: boolean;
            /** @description Lets processes of the organisation and below call it under this name; null takes it away. */
            key?: string | null;
            /**
             * Format: uri
             * @description As it was, unless it is given.
             */
            address?: string;
            /** @description As it was, unless it is given; null takes it away. */
            secret?: string | null;
        };
        ChannelTest: {
            isDelivered: boolean;
            /** @description What it failed with. */
            code: string | null;
        };
        Deliveries: {
            /**
             * @description How mails go out: by a mail server, into files on a trial, or not at all.
             * @enum {string}
             */
            mail: "server" | "files" | "off";
            readonly items: components["schemas"]["Delivery"][];
        };
        Delivery: {
            id: string;
            /** @enum {string} */
            via: "mail" | "webhook";
            /**
             * @description failed: it will be tried again. given-up: it waits for an operator. dropped: nothing was left to say, or nobody to say it to.
             * @enum {string}
             */
            state: "queued" | "failed" | "sent" | "given-up" | "dropped";
            recipient: string | null;
            mail: string | null;
            notices: number;
            attempts: number;
            error: string | null;
            providerId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
        };
        Incidents: {
            readonly items: components["schemas"]["Incident"][];
            /** @description Looked at every night; each is over once somebody is found again. */
            readonly processes: components["schemas"]["ProcessIncident"][];
        };
        Incident: {
            id: string;
            instance: string;
            title: components["schemas"]["Text"];
            step: string;
            code: string;
            detail: string | null;
            /** Format: date-time */
            openedAt: string;
        };
        /** @description A step found somebody everywhere, and does not since posts have changed. */
        ProcessIncident: {
            id: string;
            key: string;
            version: number;
            title: components["schemas"]["Text"];
            level: string;
            readonly findings: components["schemas"]["StaffingFinding"][];
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        CalendarYears: {
            items: {
                year: number;
                /**
                 * @description Where its official list comes from. Without one, working days are reckoned by weekends alone.
                 * @enum {string|null}
                 */
                published: "shipped" | "imported" | null;
                warning?: {
                    zh: string;
                    en: string;
                };
                /** @description Open tasks that are due in the year. */
                openDueTimes: number;
                /** @description Whether people work by it now: this year, and from 1 November on the next. */
                isNeeded: boolean;
            }[];
        };
        CalendarYear: {
            year: number;
            /**
             * @description Where its official list comes from. Without one, working days are reckoned by weekends alone.
             * @enum {string|null}
             */
            published: "shipped" | "imported" | null;
            /** @description For a year without an official list. */
            warning?: {
                zh: string;
                en: string;
            };
            days: components["schemas"]["CalendarDay"][];
            counts: {
                days: number;
                workingDays: number;
                restDays: number;
                corrections: number;
            };
            /** @description Open tasks that are due in the year. */
            openDueTimes: number;
            /** @description What was changed, the latest first; a hundred at most. */
            changes: {
                id: string;
                /** @enum {string} */
                kind: "corrected" | "restored" | "imported";
                year: number;
                readonly before: {
                    /** Format: date */
                    date: string;
                    name: string;
                    isOffDay: boolean;
                    source: string;
                }[];
                readonly after: {
                    /** Format: date */
                    date: string;
                    name: string;
                    isOffDay: boolean;
                    source: string;
                }[];
                by: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        CalendarDay: {
            /** Format: date */
            date: string;
            name: string;
            isOffDay: boolean;
            source: string;
            /** @enum {string} */
            origin: "shipped" | "corrected";
            correction?: {
                by: string;
                /** Format: date-time */
                at: string;
            };
            /** @description What the list that came with the software says, where it was corrected. */
            shipped?: {
                name: string;
                isOffDay: boolean;
            };
        };
        CalendarChanged: {
            /** @description Days that were worked and are not now, or the other way round. */
            readonly days: string[];
            /** @description Open tasks under way on one of these days. Their due times were reckoned by the old calendar, and stay as they are. */
            openDueTimes: number;
        };
        ApplicationWindows: {
            /** @description To be sent as If-Match by whoever enters other days. */
            version: string;
            /** @description Who entered the days of this year; left out where they come with the software. */
            entered?: {
                by: string;
                /** Format: date-time */
                at: string;
            };
            items: components["schemas"]["ApplicationWindow"][];
        };
        ApplicationWindow: {
            /** @enum {string} */
            season: "spring" | "autumn";
            /** @enum {string} */
            role: "school" | "city" | "province";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date-time */
            opens: string;
            /** Format: date-time */
            closes: string;
            notice: string;
            /** @description Whether the notice is of an earlier year and stands in until this year’s is entered. */
            isAssumed: boolean;
            /** @description The days as the notice prints them; `from` and `to` are those that hold. */
            printed: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            };
            readonly restDays: string[];
            warning?: {
                zh: string;
                en: string;
            };
        };
        ApplicationWindowsChanged: {
            /** @description Open tasks that are due when a window closed that closes at another time now. Their due times stay. */
            openDueTimes: number;
        };
        AuditPage: {
            readonly items: components["schemas"]["AuditEntry"][];
            next?: string;
        };
        AuditEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            by: {
                id: string;
                name: string;
            };
            act: string;
            subject: {
                kind: string;
                id: string;
            };
            before?: unknown;
            after?: unknown;
            comment?: string;
            /** @description X-Request-Id of the reply, and in the log. */
            requestId?: string;
        };
        VerifiedCases: {
            readonly items: components["schemas"]["VerifiedCase"][];
            next?: string;
        };
        VerifiedCase: {
            id: string;
            number: string;
            title: components["schemas"]["Text"];
            isIntact: boolean;
            rows: number;
            brokenAt?: number;
            isRebuilt?: boolean;
            lastHash: string;
        };
        Clock: {
            /** Format: date-time */
            now: string;
            /**
             * Format: date-time
             * @description The time of the world outside.
             */
            real: string;
            isAdjustable: boolean;
            /** @description Counts the turns; 0 where the clock cannot be turned. */
            version: number;
            /**
             * Format: date-time
             * @description By the time of the world outside.
             */
            turnedAt: string | null;
            /** @description Timers that are due and have not fired, and messages not yet handed on; counting stops at 10,000. */
            waiting: {
                timers: number;
                messages: number;
            };
        };
        Timers: {
            /** @description Timers that are not due yet, each counted once and up to 10,000. */
            armed: {
                withinHour: number;
                withinDay: number;
                withinWeek: number;
                later: number;
            };
            /** @description Timers that are due and have not fired; counting stops at 10,000. */
            overdue: number;
            /** Format: date-time */
            oldestOverdue: string | null;
            /** @description How late the timers of the last hour were, of all workers together. */
            lateness: {
                fired: number;
                /** @description Seconds that half of them were late at most; null when none fired, or it was more than a day. */
                p50: number | null;
                /** @description The same of 99 in a hundred. */
                p99: number | null;
            };
            queue: {
                /** @enum {string} */
                backend: "postgres" | "redis";
                /** @description Wake-ups in the queue, of all tenants; null while it does not answer. */
                alarms: number | null;
            };
        };
        Queues: {
            /** @enum {string} */
            backend: "postgres" | "redis";
            readonly queues: components["schemas"]["Queue"][];
        };
        Queue: {
            /** @enum {string} */
            name: "jobs" | "alarms";
            /** @description Of all tenants; null while the queue does not answer. */
            counts: {
                waiting: number;
                active: number;
                /** @description With a time that is yet to come; jobs among them are to be tried again. */
                delayed: number;
                /** @description Tried as often as may be, and given up. */
                failed: number;
            } | null;
        };
        ReportCalendar: {
            school: {
                id: string;
                name: string;
            };
            participation: components["schemas"]["Participation"];
            readonly obligations: components["schemas"]["Obligation"][];
        };
        /** @description A school’s part in the pilot. */
        Participation: {
            scheme: string;
            from: string;
            to?: string;
            readonly suspensions: {
                from: string;
                to?: string;
                reason: string;
            }[];
        };
        Obligation: {
            report: string;
            title: components["schemas"]["Text"];
            period: components["schemas"]["Period"];
            /**
             * @description M5 and M5c.
             * @enum {string}
             */
            state: "scheduled" | "open" | "drafted" | "submitted" | "returned" | "accepted" | "uploaded" | "monitored" | "slow" | "normal" | "missed" | "late" | "exempted";
            stateTitle: components["schemas"]["Text"];
            /** @description Whether it is held against the school as a miss. */
            isMiss: boolean;
            /** Format: date-time */
            submittedAt?: string;
            /**
             * Format: date-time
             * @description Until when a returned report may be filed again.
             */
            grace?: string;
            /** @enum {string} */
            appeal?: "filed" | "accepted" | "dismissed";
        };
        /** @description A report period; its days are both included, and it is due to the end of the last. */
        Period: {
            key: string;
            from: string;
            to: string;
            /** Format: date-time */
            opens: string;
            /** Format: date-time */
            due: string;
        };
        /** @description A report with its form, what was filed, and all that was put down about it. */
        Report: {
            report: string;
            title: components["schemas"]["Text"];
            period: components["schemas"]["Period"];
            /**
             * @description M5 and M5c.
             * @enum {string}
             */
            state: "scheduled" | "open" | "drafted" | "submitted" | "returned" | "accepted" | "uploaded" | "monitored" | "slow" | "normal" | "missed" | "late" | "exempted";
            stateTitle: components["schemas"]["Text"];
            /** @description Whether it is held against the school as a miss. */
            isMiss: boolean;
            /** Format: date-time */
            submittedAt?: string;
            /**
             * Format: date-time
             * @description Until when a returned report may be filed again.
             */
            grace?: string;
            /** @enum {string} */
            appeal?: "filed" | "accepted" | "dismissed";
            school: {
                id: string;
                name: string;
            };
            readonly basis: string[];
            form: {
                schema: unknown;
                ui?: unknown;
                readonly fields: {
                    [key: string]: unknown;
                };
            };
            readonly entries: {
                id: string;
                kind: string;
                /** Format: date-time */
                at: string;
                by?: {
                    id: string;
                    name: string;
                };
                reason?: string;
                /** Format: date-time */
                grace?: string;
                detail?: string;
            }[];
            readonly reminders: {
                rung: string;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                sentAt?: string;
            }[];
        };
        ReportDraft: {
            fields: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        /** @description What was put down, and on disk when this was sent. */
        Recorded: {
            /** @description The entry of the ledger. */
            entry: string;
            /** Format: date-time */
            at: string;
        };
        ReportSubmission: {
            /** @description The whole report; without it, what was saved last. */
            fields?: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        ReportReview: {
            /** @enum {string} */
            outcome: "accepted";
            reason?: string;
        } | {
            /** @enum {string} */
            outcome: "returned";
            reason: string;
            /** Format: date-time */
            grace: string;
        };
        Reason: {
            reason: string;
        };
        AppealDecision: {
            /** @enum {string} */
            outcome: "accepted" | "dismissed";
            reason: string;
        };
        PlatformUpload: {
            /** @description The national platform’s receipt. */
            reference: string;
        };
        Finding: {
            /** @enum {string} */
            outcome: "slow" | "normal";
            reason: string;
        };
        ReportGrid: {
            report: string;
            readonly periods: {
                key: string;
                from: string;
                to: string;
                /** Format: date-time */
                due: string;
            }[];
            readonly items: {
                school: {
                    id: string;
                    name: string;
                };
                /** @description Missing for a school that stands under no city. */
                city?: {
                    id: string;
                    name: string;
                };
                /** @description By the key of the period. */
                readonly cells: {
                    [key: string]: {
                        /** @enum {string} */
                        state: "scheduled" | "open" | "drafted" | "submitted" | "returned" | "accepted" | "uploaded" | "monitored" | "slow" | "normal" | "missed" | "late" | "exempted";
                        stateTitle: components["schemas"]["Text"];
                        isMiss: boolean;
                        /** @enum {string} */
                        appeal?: "filed" | "accepted" | "dismissed";
                    };
                };
            }[];
            next?: string;
        };
        StandingPage: {
            readonly items: components["schemas"]["Standing"][];
            next?: string;
        };
        /** @description How a school stands, and what that rests on. */
        Standing: {
            school: {
                id: string;
                name: string;
            };
            /** @description Missing for a school that stands under no city. */
            city?: {
                id: string;
                name: string;
            };
            scheme: string;
            /** @enum {string} */
            view: "good" | "missed1" | "missed2" | "flagged";
            /** @description Misses in a row there are now, by report. */
            readonly streaks: {
                [key: string]: number;
            };
            readonly causes: {
                /** @enum {string} */
                kind: "misses" | "slow" | "violation";
                rule: string;
                /** @enum {string} */
                violation?: "management" | "funds";
                readonly obligations: {
                    report: string;
                    title: components["schemas"]["Text"];
                    period: string;
                    from: string;
                    to: string;
                    /** Format: date-time */
                    due: string;
                    /** @enum {string} */
                    state: "scheduled" | "open" | "drafted" | "submitted" | "returned" | "accepted" | "uploaded" | "monitored" | "slow" | "normal" | "missed" | "late" | "exempted";
                    stateTitle: components["schemas"]["Text"];
                    /** @enum {string} */
                    appeal?: "filed" | "accepted" | "dismissed";
                    /** Format: date-time */
                    submittedAt?: string;
                    readonly notices: {
                        rung: string;
                        /** Format: date-time */
                        sentAt: string;
                    }[];
                }[];
            }[];
            case?: {
                instance: string;
                readonly states: string[];
                /** Format: date-time */
                openedAt: string;
            };
        };
        Violation: {
            /** @enum {string} */
            violation: "management" | "funds";
            reason: string;
        };
        ParticipationChange: {
            /** @description Key of the reporting scheme. */
            scheme: string;
            /**
             * Format: date
             * @description A day of the business zone, such as 2024-05-12.
             */
            from: string;
            /**
             * Format: date
             * @description A day of the business zone, such as 2024-05-12.
             */
            to?: string;
            /** @default [] */
            suspensions: {
                /**
                 * Format: date
                 * @description A day of the business zone, such as 2024-05-12.
                 */
                from: string;
                /**
                 * Format: date
                 * @description A day of the business zone, such as 2024-05-12.
                 */
                to?: string;
                reason: string;
            }[];
            reason?: string;
        };
        ReportSchemes: {
            readonly items: components["schemas"]["ReportScheme"][];
        };
        ReportScheme: {
            key: string;
            /** @description To be sent as If-Match by whoever changes it. */
            version: string;
            title: components["schemas"]["Text"];
            readonly documents: string[];
            /**
             * @description What a case against a school begins with.
             * @enum {string}
             */
            onCause: "circular" | "cancelReview";
            /** @description Such as R-AH21-35. */
            rule: string;
            /** @description Those that hold, and those that will. */
            readonly reports: {
                /** @enum {string} */
                report: "fortnightly" | "weekly" | "monthly";
                title: components["schemas"]["Text"];
                readonly basis: string[];
                /** @enum {string} */
                every: "half-month" | "month" | "week";
                /** @description Days of the month; of a weekly report the weekday, Monday being 1. */
                readonly due: number[];
                /**
                 * Format: date
                 * @description The first day of its first period, where it takes the place of another or was added.
                 */
                since?: string;
                /**
                 * Format: date
                 * @description The last day of its last period, where something else takes its place.
                 */
                until?: string;
                /** @description How many misses in a row are too many. */
                streak?: {
                    /** @description Such as R-AH21-35. */
                    rule: string;
                    limit: number;
                    /** @enum {string} */
                    missMeans: "notFilled" | "notOnTime";
                };
            }[];
            /** @description The latest change; while it is pending it can be withdrawn. */
            latest?: {
                /** Format: date */
                since: string;
                source: string;
                by: string;
                /** Format: date-time */
                at: string;
                isPending: boolean;
            };
        };
        ReportSchemeChanged: {
            /** @description Schools that report by it. */
            schools: number;
            /** @description The first periods that are other than they were. */
            readonly periods: {
                /** @enum {string} */
                report: "fortnightly" | "weekly" | "monthly";
                readonly periods: {
                    key: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                }[];
            }[];
            /** @description Reports that are asked for no more, with the last day of their last period. */
            readonly ended: {
                /** @enum {string} */
                report: "fortnightly" | "weekly" | "monthly";
                /** Format: date */
                until: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Session_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_choose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LanguageChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Demo_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Batch_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOutlook"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Batch_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Batch_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Batch_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_decidedForMe: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneForMePage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceList"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_putFor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Absence_removeFor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Handover_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Succession"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPreview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Handover_handOver: {
        parameters: {
            query?: never;
            header: {
                /** @description The `expected` of the preview. */
                "If-Match": string;
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handover"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Handover_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverList"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Handover_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Task_inbox: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description Only cases that fit: by number as `#12#`, title or organisation, also by the first letters of their pinyin. */
                query?: string;
                /** @description `own`: only what is addressed to me. `<post>@<organisation>`: only what came through this post of mine. */
                through?: string;
                /** @description Only what is due by this instant (ISO 8601, with an offset or Z). */
                dueUntil?: string;
                /** @description `true`: only what is due by now. */
                overdue?: "true" | "false";
                /** @description `opened`: the oldest first. `due`: what is due first; what never is comes last. `slack`: by whichever comes first, its due time or the moment its case moves on without it. */
                order?: "opened" | "due" | "slack";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Task_decided: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description Only cases that fit: by number as `#12#`, title or organisation, also by the first letters of their pinyin. */
                query?: string;
                /** @description `own`: only what is addressed to me. `<post>@<organisation>`: only what came through this post of mine. */
                through?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedPage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Task_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Task_decide: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Task_takeBack: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBack"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Task_save: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskVerbs_claim: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskVerbs_release: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Release"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskVerbs_transfer: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handing"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskVerbs_delegate: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handing"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskVerbs_resolve: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TaskVerbs_addSigners: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSigners"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Participants_removeSigners: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveSigners"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Participants_recuse: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Copy_copied: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description Only cases that fit: by number as `#12#`, title or organisation, also by the first letters of their pinyin. */
                query?: string;
                /** @description `own`: only what is addressed to me. `<post>@<organisation>`: only what came through this post of mine. */
                through?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopiedPage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Copy_copy: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Copy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_started: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description Only cases that fit: by number as `#12#`, title or organisation, also by the first letters of their pinyin. */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstancePage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_start: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Start"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_verbs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowedVerbs"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_graph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseGraph"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_changes: {
        parameters: {
            query?: {
                /** @description Without it, the version before the later one. */
                from?: number;
                /** @description Without it, the version there is now. */
                to?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormChanges"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_withdraw: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_urge: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Urge"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_suspend: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_resume: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_supplement: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Supplement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Instance_comment: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Remark"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Intervention_jump: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Jump"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Intervention_terminate: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Coverage_coverage: {
        parameters: {
            query?: {
                definition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseCoverage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Publication_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftPublication"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPublished"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Publication_proposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionProposals"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Publication_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionProposal"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Publication_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalConfirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPublished"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Publication_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecline"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionOverview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_secondPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_setSecondPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondPersonSetting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionVersions"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDefinition"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionRetirement"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Version_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionRestoration"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_list: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDrafts"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftOrigin"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDraft"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDraft"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionDraftToSave"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDraft"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_discard: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision that was seen; nothing is thrown away without it. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_attend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPresence"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_verification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftComments"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftComment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftComments"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DefinitionDraft_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                comment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftCommentSettled"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftComments"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Migrations"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Migration"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrationPlan"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationPreview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_previewCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                instance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrationPlan"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseMigrationPreview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Migration_reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrationReversal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationReport"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Surroundings_surroundings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionSurroundings"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Surroundings_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionTemplates"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WhatIf_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Definition_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definitions"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Definition_publish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionToPublish"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDefinition"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Definition_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema 2020-12 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Definition_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDefinition"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Definition_startForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartForm"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Definition_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionToVerify"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignability_ofDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignability"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignability_draftPlaces: {
        parameters: {
            query?: {
                page?: string;
                search?: string;
                only?: "findings";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffedPlaces"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignability_ofProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignability"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignability_assignability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignability"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignability_places: {
        parameters: {
            query?: {
                page?: string;
                search?: string;
                only?: "findings";
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffedPlaces"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Guide_guide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guide"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Register_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                register: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterEntries"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attachment_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attachment_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Upload_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Upload_finish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_queue: {
        parameters: {
            query: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Key of the body’s post, such as president-meeting. */
                body: string;
                organisation: string;
                /** @description Only what came to the body by this instant. */
                cutOff?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingQueue"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_list: {
        parameters: {
            query: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Key of the body’s post, such as president-meeting. */
                body: string;
                organisation: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingPlan"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_setMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingMembers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_putOn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgendaTasks"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_reorder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgendaTasks"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingFinding"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_takeOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingCancellation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Meeting_close: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"] | components["schemas"]["ClosingPreview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Event_open: {
        parameters: {
            query?: {
                /** @description The same, for a page that opens the stream anew. */
                after?: unknown;
            };
            header?: {
                /** @description The id of the last event that was heard; browsers send it by themselves. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data of an event `news`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["News"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    View_list: {
        parameters: {
            query?: {
                list?: "tasks" | "decided" | "started" | "copied" | "follow-up";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViews"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    View_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    View_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was on the screen; without it, whatever there is gives way. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    View_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Draft_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartDrafts"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Draft_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                definition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartDraft"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Draft_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was typed on; without it there must be no draft yet. */
                "If-Match"?: string;
            };
            path: {
                definition: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartDraftBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartDraft"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Draft_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only if it is still this version. */
                "If-Match"?: string;
            };
            path: {
                definition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Search_find: {
        parameters: {
            query: {
                /** @description Pieces of at least two characters, separated by spaces: all have to fit. */
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowUp_waiting: {
        parameters: {
            query?: {
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Waiting"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowUp_stuck: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stuck"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowUp_onTime: {
        parameters: {
            query: {
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description ISO 8601, with an offset or Z. */
                from: string;
                /** @description The first instant that is not within it. */
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnTime"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowUp_open: {
        parameters: {
            query?: {
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description Only of this age: a place in `ages`. */
                age?: "0" | "1" | "2" | "3" | "4";
                overdue?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stuck"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowUp_decided: {
        parameters: {
            query: {
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description ISO 8601, with an offset or Z. */
                from: string;
                /** @description The first instant that is not within it. */
                until: string;
                /** @description Only cases of this organisation, without those below it. */
                own?: string;
                /** @description `true`: only what was decided after it was due. */
                late?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedUp"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FollowUp_workbook: {
        parameters: {
            query: {
                /** @description Only of this process, by its key. */
                definition?: string;
                /** @description Only in this step, by its path. */
                step?: string;
                /** @description Only of this organisation and those below it. */
                organisation?: string;
                /** @description ISO 8601, with an offset or Z. */
                from: string;
                /** @description The first instant that is not within it. */
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Directory_organisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisations"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Directory_people: {
        parameters: {
            query?: {
                /** @description Part of a name, of an organisation’s, or of a post’s title. */
                q?: string;
                /** @description Only at this organisation and below. */
                organisation?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryAdministration_catalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostCatalogue"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryAdministration_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredOrganisations"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryAdministration_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredOrganisation"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryAdministration_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationName"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredOrganisation"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryAdministration_outlook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationClosing"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryAdministration_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdministrationReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredOrganisation"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_list: {
        parameters: {
            query?: {
                /** @description Those who hold or held a post at this organisation itself. */
                organisation?: string;
                /** @description Part of a name or an account. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPeople"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newcomer"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdministrationReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_renewPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Newcomer"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Posting"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_outlook: {
        parameters: {
            query: {
                lastDay: string;
            };
            header?: never;
            path: {
                id: string;
                holding: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostEndingOutlook"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryPeople_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                holding: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostEnding"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdministeredPerson"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Notice_list: {
        parameters: {
            query?: {
                unreadOnly?: "true" | "false";
                limit?: number;
                /** @description Id of the last notice of the page before. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Notice_markRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticesRead"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadCount"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoticeSettings_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NoticeSettings_write: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeSettingsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeSettings"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Channel_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Channel_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Channel_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Channel_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Channel_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTest"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Delivery_list: {
        parameters: {
            query?: {
                state?: "queued" | "failed" | "sent" | "given-up" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Delivery_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Incident_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incidents"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Incident_retry: {
        parameters: {
            query?: {
                /** @description 先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, one for each request that changes something. The same key with the same content is answered as the first time, for as long as it is remembered: 30 days, unless the installation says otherwise (SHENPI_RECEIPT_DAYS). */
                "Idempotency-Key"?: string;
                /** @description The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandRecord"] | components["schemas"]["Preview"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYears"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Such as 清明节. */
                    name: string;
                    /** @description A rest day; otherwise a working day, such as one shifted onto a weekend (调休). */
                    isOffDay: boolean;
                    /** @description The document that says so: its number, or its address. */
                    source: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_import: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The document that says so: its number, or its address. */
                    source: string;
                    /** @description Every day of the year that is not what its weekday says, as the State Council published them. */
                    days: {
                        /** Format: date */
                        date: string;
                        /** @description Such as 清明节. */
                        name: string;
                        /** @description A rest day; otherwise a working day, such as one shifted onto a weekend (调休). */
                        isOffDay: boolean;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Window_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationWindows"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Window_enter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` of the windows as they were looked at. */
                "If-Match"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The number of the notice that prints the days. */
                    document: string;
                    seasons: {
                        spring: {
                            school: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            city: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            province: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                        };
                        autumn: {
                            school: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            city: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            province: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationWindowsChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Window_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` of the windows as they were looked at. */
                "If-Match"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationWindowsChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                /** @description Only what this person did. */
                person?: string;
                /** @description Such as instance.jump. */
                act?: string;
                /** @description Id of what it was done to. */
                subject?: string;
                from?: string;
                /** @description Itself left out. */
                until?: string;
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    History_verify: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedCases"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Clock_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Clock_turn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    to: string;
                    /** @description The version that was seen, so that nobody turns a clock that somebody else has just turned. */
                    version: number;
                } | {
                    /**
                     * Format: duration
                     * @description Such as P3D or PT4H.
                     */
                    by: string;
                    /** @description The version that was seen, so that nobody turns a clock that somebody else has just turned. */
                    version: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Timer_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timers"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Queue_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queues"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_calendar: {
        parameters: {
            query?: {
                /** @description A day of the business zone, such as 2024-05-12. */
                from?: string;
                /** @description A day of the business zone, such as 2024-05-12. */
                to?: string;
            };
            header?: never;
            path: {
                school: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportCalendar"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportSubmission"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_exempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_appeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_decideAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_markUploaded: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformUpload"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_monitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Report_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
                report: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Finding"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Standing_grid: {
        parameters: {
            query: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                report: "fortnightly" | "weekly" | "monthly";
                /** @description A day of the business zone, such as 2024-05-12. */
                from?: string;
                /** @description A day of the business zone, such as 2024-05-12. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportGrid"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Standing_page: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingPage"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Standing_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Standing_violation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Violation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Standing_participation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participation"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Standing_participate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                school: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipationChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Scheme_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSchemes"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Scheme_amend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` of the scheme as it was looked at. */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description From which day on. The period that it lies in runs to its end first.
                     */
                    since: string;
                    reports: {
                        /** @enum {string} */
                        report: "fortnightly" | "weekly" | "monthly";
                        cadence: {
                            /** @enum {string} */
                            every: "half-month";
                            dueDays: (number)[];
                        } | {
                            /** @enum {string} */
                            every: "month";
                            dueDay: number;
                        } | {
                            /** @enum {string} */
                            every: "week";
                            dueWeekday: number;
                        };
                        /** @description How many misses in a row are too many. */
                        limit?: number;
                    }[];
                    /** @description The document that says so. */
                    source: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSchemeChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Scheme_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` of the scheme as it was looked at. */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description From which day on. The period that it lies in runs to its end first.
                     */
                    since: string;
                    reports: {
                        /** @enum {string} */
                        report: "fortnightly" | "weekly" | "monthly";
                        cadence: {
                            /** @enum {string} */
                            every: "half-month";
                            dueDays: (number)[];
                        } | {
                            /** @enum {string} */
                            every: "month";
                            dueDay: number;
                        } | {
                            /** @enum {string} */
                            every: "week";
                            dueWeekday: number;
                        };
                        /** @description How many misses in a row are too many. */
                        limit?: number;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSchemeChanged"];
                };
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Scheme_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` of the scheme as it was looked at. */
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What held before goes on. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused, and why (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
