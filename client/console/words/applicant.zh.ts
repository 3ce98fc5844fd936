export default {
  services: { title: '办事服务' },
  progress: { title: '进度查询' },
  verify: { title: '文书核验' },
  apply: { title: '网上申请' },
  my: { title: '我的办件' },
};
