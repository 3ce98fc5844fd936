/** Supervision: the board, what got stuck, the monthly report, audit. */
export default {
  board: {
    title: '监察', asOf: '数据截至 {{at}}，随办件实时更新', ofDepartment: '{{name}}的监察数据', report: '月度报告', export: '导出', exported: '导出已记入审计日志',
    exportAs: { overdueCsv: '超期清单（CSV）', overdueXlsx: '超期清单（Excel）', nearingCsv: '临近清单（CSV）', nearingXlsx: '临近清单（Excel）', casesCsv: '办件清单（CSV）', casesXlsx: '办件清单（Excel）' },
  },
  filter: { label: '筛选', department: '部门', service: '服务', region: '地区', all: '全部', clear: '清除筛选' },
  stat: {
    open: '在办办件', openNote: '{{tasks}} 项待办', tasks: '待办', overdue: '超期时限', nearing: '临近时限', onTime: '按时办结率', onTimeNote: '近 {{days}} 日办结 {{decided}} 项，超期 {{late}} 项', nothingDecided: '近 {{days}} 日没有办结事项',
    likely: '预计超期', likelyNote: '按 {{at}} 的预测', seeList: '查看清单', withoutNote: '法定、承诺等时限',
  },
  pressing: {
    title: '临近与超期', overdue: '超期', nearing: '临近', none: '没有这样的时限。', caption: '{{what}}的时限，最先到期的在前',
    column: { case: '办件', item: '事项', department: '部门', limit: '时限', due: '截止', urged: '督办', act: '操作' },
    wholeCase: '整个办件', provisional: '暂定', reason: '超期理由：', noReason: '尚未说明超期理由', chance: '超期可能 {{percent}}', urgedUntil: '{{on}} 前答复', urge: '督办', urgeOf: '督办：{{item}}（{{caseNo}}）', toDesk: '去处理', kindLimit: '{{kind}}时限',
  },
  urge: { title: '督办', about: '{{department}} · {{item}}', atWindow: '综合窗口', message: '督办内容', messageExample: '例如：已超承诺时限，请说明原因并抓紧办理', needed: '请填写督办内容', days: '几个工作日内答复', send: '发出督办', done: '已督办' },
  extension: {
    title: '待批延期', none: '没有待批的延期。', days: '延长 {{days}} 个工作日', lapses: '{{on}} 届满，届时未批即失效', asked: '{{name}} 于 {{on}} 申请', joint: '联合办理时限', decidedBy: '由{{name}}负责人决定', approve: '批准', reject: '不同意', approveOf: '批准延期：{{what}}', rejectOf: '不同意延期：{{what}}',
    approveSure: '批准后将向申请人出具延期告知书，写明理由和新的期限。每个时限只能延长一次。', rejectReason: '不同意的理由', needed: '请填写理由', cancel: '取消',
  },
  trend: { title: '近 {{days}} 日趋势', received: '收件', settled: '办结', overdue: '超期时限', receivedItems: '收到事项', settledItems: '办结事项', day: '日期', picture: '图：每日{{received}}、{{settled}}和{{overdue}}的数量。下方表格的内容相同。' },
  rate: {
    title: '按时办结率', by: '按', dimension: { department: '部门', service: '服务', item: '事项', person: '人员', region: '地区' }, column: { name: '名称', decided: '办结', late: '超期办结', rate: '按时率', open: '待办', nearing: '临近', overdue: '超期' },
    byRule: '系统自动办结', picture: '条形图：各{{by}}的按时办结率。下方表格的内容相同。', none: '近 90 日没有办结事项。', note: '办结时事项的法定、内部或承诺时限尚未届满为按时。未办结的超期事项不在其中，见“超期”。',
  },
  bottleneck: { title: '堵点', item: '事项', department: '部门', open: '待办', median: '办理中位数', ninetieth: '九成不超过', late: '超期占比', days: '{{count}} 个工作日', picture: '条形图：待办最多的事项。下方表格的内容相同。', none: '没有待办，也没有办结。' },
  departments: { title: '各部门', column: { department: '部门', open: '待办', nearing: '临近', overdue: '超期', rate: '按时率' }, only: '只看{{name}}' },
  work: { title: '待办种类', kind: '种类', decide: '作出决定', none: '没有待办。' },
  phases: { title: '各阶段办件', count: '{{cases}} 件', picture: '{{phase}}：{{cases}} 件，其中临近 {{nearing}} 件、超期 {{overdue}} 件' },
  asTable: '以表格查看', percent: '{{value}}%', none: '—',
  unresolved: {
    title: '办不成事', note: '投诉和“办不成事”有人负责、限期答复、跟踪到底；差评逐条整改回访。', open: '待办结', settled: '已办结', bad: '待整改差评', rectified: '已整改差评', nothing: { open: '没有待办结的投诉或“办不成事”。', settled: '还没有办结的。', bad: '没有待整改的差评。', rectified: '还没有整改完的差评。' },
    stuck: '办不成事', complaint: '投诉', level: { '1': '非常不满意', '2': '不满意', '3': '基本满意', '4': '满意', '5': '非常满意' }, noText: '（没有文字）', about: '涉及：{{what}}', wholeCase: '整个办件',
    said: '{{name}} · {{on}} 提出', rated: '{{name}} · {{on}} 评价', due: '{{on}} 前答复', dueRectify: '{{on}} 前整改', over: '应于 {{on}} 前答复', overRectify: '应于 {{on}} 前整改', owner: '负责人：{{name}}', noOwner: '无人认领', claim: '认领', release: '退回', claimOf: '认领：{{what}}', answer: '答复', answerOf: '答复：{{what}}', rectify: '登记整改', course: '跟踪记录', courseOf: '跟踪记录：{{what}}',
    answered: '已答复 {{number}} 次：{{answer}}', finalAnswer: '答复：{{answer}}', followedUp: '回访：{{text}}', measures: '整改措施：{{text}}', settledOn: '{{at}} 办结',
    answerLabel: '答复内容', answerNeeded: '请填写答复内容', ended: '事情已经办成或有了结果，已回访申请人', followUp: '回访时申请人怎么说', followUpNeeded: '请填写回访情况', goesOn: '尚未办结：本次答复后继续跟踪，并重新计算下次答复的期限。', measuresLabel: '整改措施', measuresNeeded: '请填写整改措施', send: '提交',
  },
  step: { complained: '提出', claim: '认领', release: '退回', transfer: '转交 {{to}}', ranOut: '答复期限届满', answered: '答复，继续跟踪', settled: '办结', byTime: '系统' },
  report: {
    title: '月度效能监察报告', month: '月份', before: '上一月', after: '下一月', print: '打印', monthOf: '{{year}}年{{month}}月', made: '{{at}} 制表', running: '本月未满，数据截至制表时。', only: '范围：{{what}}',
    lead: '本期收件 {{received}} 件，受理 {{accepted}} 件，办结 {{closed}} 件；部门共作出决定 {{decided}} 项，按时 {{onTime}} 项，按时办结率 {{rate}}。',
    cases: '一、总体情况', departments: '二、各部门办理情况', satisfaction: '三、评价、投诉与督办', overdue: '四、超期时限及公开理由',
    figure: { received: '收件', accepted: '受理', corrected: '一次性补正告知', closed: '办结', onTimeRate: '按时办结率' }, column: { figure: '指标', now: '本期', before: '上期', change: '增减' },
    of: { department: '部门', received: '收到', accepted: '受理', corrected: '补正', granted: '准予', refused: '不予', rate: '按时率', days: '中位工作日', urged: '督办/答复', overdue: '超期/已说明' }, total: '合计', unit: '单位：事项（项）',
    ratings: '评价 {{number}} 次，满意率 {{rate}}（“基本满意”及以上）：', noRatings: '本期没有评价。', level: '{{level}} {{number}} 次', rectified: '差评整改 {{number}} 件', complaints: '投诉和“办不成事” {{number}} 件，办结 {{settled}} 件', urges: '督办 {{number}} 次，已答复 {{answered}} 次',
    list: { case: '办件', item: '事项', department: '部门', limit: '时限', due: '截止', reason: '公开理由' }, noReason: '未说明', noneOverdue: '本期没有超期时限。', cut: '仅列前 {{number}} 条，全部见导出清单。', back: '返回监察',
  },
  audit: {
    title: '审计', note: '谁读了个人信息，谁的操作被拒绝。只增不改。', accesses: '访问记录', refused: '被拒绝的操作', case: '办件编号', person: '人员', search: '查询', none: '没有记录。',
    column: { at: '时间', person: '人员', role: '身份', action: '动作', case: '办件', outcome: '结果', request: '请求编号', command: '操作', why: '理由' }, outcome: { read: '已读取', refused: '已拒绝' },
  },
};
