export default {
  board: { title: '监察' },
  unresolved: { title: '办不成事' },
  audit: { title: '审计' },
};
