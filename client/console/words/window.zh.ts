export default {
  title: '综合窗口',
};
