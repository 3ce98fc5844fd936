export default {
  title: '办件',
};
