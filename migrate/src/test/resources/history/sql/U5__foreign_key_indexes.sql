DROP INDEX order_lines_book;
DROP INDEX order_lines_order;
DROP INDEX orders_customer;
