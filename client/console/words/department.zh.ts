export default {
  inbox: { title: '待办' },
  item: { title: '事项办理' },
};
